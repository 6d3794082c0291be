import type { Locale } from '@/db/vocabulary'
import type { StaffMailKind } from '@/db/vocabulary-jobs'
import type { MailText } from './mail-text'

export type StaffMailFacts = { organisation: string; link: string }

const words: Record<Locale, Record<StaffMailKind, { subject: string; text: string }>> = {
  'zh-CN': {
    REPORT_READY: { subject: '定期报告已生成', text: '您的定期报告已生成，请登录后下载。文件保留 7 天。' },
  },
  en: {
    REPORT_READY: {
      subject: 'Your scheduled report is ready',
      text: 'Your scheduled report is ready. Sign in to download it; the file is kept for 7 days.',
    },
  },
}

const endings: Record<Locale, string> = {
  'zh-CN': '这封邮件由系统发出，里面没有任何数据，也不需要回复。',
  en: 'This mail was sent by the system, holds no data and needs no reply.',
}

/** A mail to a colleague: that there is something to see and where. No figure, no name, nothing of what it is about. */
export function staffMailText(kind: StaffMailKind, locale: Locale, { organisation, link }: StaffMailFacts): MailText {
  const { subject, text } = words[locale][kind]
  return { subject, body: [text, link, endings[locale], organisation].join('\n\n') }
}
