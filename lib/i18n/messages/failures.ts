import { sentences } from '../sentences'

export const failures = sentences(
  {
    missingTitle: '找不到这个页面',
    missingText: '它可能已被移走，或不在您的范围内。请检查网址，或从首页重新开始。',
    home: '回到首页',
    brokenTitle: '出了意外问题',
    brokenText: '您的内容没有被更改。请重试；如仍不行，请把编号告诉管理员。',
    reference: '编号 {reference}',
  },
  {
    missingTitle: 'This page was not found',
    missingText: 'It may have been moved, or it is outside your cases. Check the address, or start again from the beginning.',
    home: 'Back to the start',
    brokenTitle: 'Something unexpected happened',
    brokenText: 'Nothing was changed. Try again; if it keeps happening, give the reference to your administrator.',
    reference: 'Reference {reference}',
  },
)
