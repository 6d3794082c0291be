import type { Locale } from '@/db/vocabulary'
import type { StaffMailKind } from '@/db/vocabulary-jobs'
import type { MailText } from './mail-text'

/** `count`: how much waits in the inbox. */
export type StaffMailFacts = { organisation: string; link: string; count?: number }

type Words = { subject: (count: number) => string; text: (count: number) => string }

const words: Record<Locale, Record<StaffMailKind, Words>> = {
  'zh-CN': {
    REPORT_READY: {
      subject: () => '定期报告已生成',
      text: () => '您的定期报告已生成，请登录后下载。文件保留 7 天。',
    },
    STAFF_DIGEST: {
      subject: (count) => `有 ${count} 件事等您看`,
      text: (count) => `收件箱里有 ${count} 条未读，请登录查看。`,
    },
  },
  en: {
    REPORT_READY: {
      subject: () => 'Your scheduled report is ready',
      text: () => 'Your scheduled report is ready. Sign in to download it; the file is kept for 7 days.',
    },
    STAFF_DIGEST: {
      subject: (count) => (count === 1 ? '1 item is waiting for you' : `${count} items are waiting for you`),
      text: (count) =>
        `Your inbox holds ${count} unread ${count === 1 ? 'item' : 'items'}. Sign in to see ${count === 1 ? 'it' : 'them'}.`,
    },
  },
}

const endings: Record<Locale, string> = {
  'zh-CN': '这封邮件由系统发出，不含姓名、金额和案号，也不需要回复。',
  en: 'This mail was sent by the system, holds no names, amounts or case numbers, and needs no reply.',
}

/**
 * A mail to a colleague: that there is something to see and where. No name, no amount, no figure of a report, no number of a case.
 */
export function staffMailText(kind: StaffMailKind, locale: Locale, facts: StaffMailFacts): MailText {
  const { organisation, link, count = 0 } = facts
  const { subject, text } = words[locale][kind]
  return { subject: subject(count), body: [text(count), link, endings[locale], organisation].join('\n\n') }
}
