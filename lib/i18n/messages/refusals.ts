import { sentences } from '../sentences'

/** One sentence per refusal code: what happened and what to do. */
export const refusals = sentences(
  {
    invalid: '有些内容需要修改，请看标出的地方。',
    unauthenticated: '请先登录。',
    forbidden: '您的角色不能做这件事。需要时请联系督导或管理员。',
    not_found: '找不到这一项，可能已被移走，或不在您的范围内。',
    conflict: '别人刚刚改动了这一项。请查看最新内容后再试。',
    guard_missing: '还缺一些信息，补上后即可继续。',
    rule: '按规则现在不能这样做。请查看最新状态；有疑问请联系督导。',
    immutable: '已提交的内容不能修改，请新建一个版本。',
    idempotency_mismatch: '这个请求之前用不同的内容提交过，请刷新后重试。',
    too_many: '尝试次数过多，请在 {seconds} 秒后再试。',
    too_large: '文件太大。请在相册里选“较小”，或压缩到 20 MB 以内再传。',
    unsupported_type: '这种文件不能上传。请使用 PDF、JPG、PNG、DOCX、XLSX、CSV、TXT 或邮件 EML。',
    wrong_credentials: '邮箱或密码不对。请检查后再试。',
    unavailable: '系统暂时无法处理，您的内容没有丢失。请稍后再试。',
    unexpected: '出了意外问题，您的内容没有被更改。请重试；如仍不行，请把编号 {reference} 告诉管理员。',
  },
  {
    invalid: 'Some entries need changing. See the marked fields.',
    unauthenticated: 'Please sign in first.',
    forbidden: 'Your role cannot do this. Ask a supervisor or administrator if you need it.',
    not_found: 'This was not found. It may have been moved, or it is outside your cases.',
    conflict: 'Somebody has just changed this. Look at the latest version and try again.',
    guard_missing: 'Some facts are still missing. Add them to go on.',
    rule: 'The rules do not allow this now. Look at the latest state, or ask a supervisor.',
    immutable: 'What was sent cannot be changed. Make a new version.',
    idempotency_mismatch: 'This request was sent before with other content. Reload and try again.',
    too_many: 'Too many attempts. Try again in {seconds} s.',
    too_large: 'The file is too large. Choose a smaller size in the photo album, or compress it to 20 MB or less.',
    unsupported_type: 'This kind of file cannot be uploaded. Use PDF, JPG, PNG, DOCX, XLSX, CSV, TXT or a mail as EML.',
    wrong_credentials: 'The e-mail or password is not right. Check both and try again.',
    unavailable: 'The system cannot handle this right now. Nothing is lost; please try again shortly.',
    unexpected:
      'Something unexpected happened and nothing was changed. Try again, or give reference {reference} to your administrator.',
  },
)
