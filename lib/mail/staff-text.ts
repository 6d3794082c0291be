import type { Locale } from '@/db/vocabulary'
import type { StaffMailKind } from '@/db/vocabulary-jobs'
import type { MailText } from './mail-text'

/** `count`: how much waits in the inbox; `numbers`: some of the cases it is about, by their numbers. */
export type StaffMailFacts = { organisation: string; link: string; count?: number; numbers?: readonly string[] }

type Words = { subject: (count: number) => string; text: (count: number) => string; about: (numbers: string) => string }

const none = () => ''

const words: Record<Locale, Record<StaffMailKind, Words>> = {
  'zh-CN': {
    REPORT_READY: {
      subject: () => '定期报告已生成',
      text: () => '您的定期报告已生成，请登录后下载。文件保留 7 天。',
      about: none,
    },
    STAFF_DIGEST: {
      subject: (count) => `有 ${count} 件事等您看`,
      text: (count) => `收件箱里有 ${count} 条未读，请登录查看。`,
      about: (numbers) => `有新进展的案件：${numbers}`,
    },
  },
  en: {
    REPORT_READY: {
      subject: () => 'Your scheduled report is ready',
      text: () => 'Your scheduled report is ready. Sign in to download it; the file is kept for 7 days.',
      about: none,
    },
    STAFF_DIGEST: {
      subject: (count) => (count === 1 ? '1 item is waiting for you' : `${count} items are waiting for you`),
      text: (count) =>
        `Your inbox holds ${count} unread ${count === 1 ? 'item' : 'items'}. Sign in to see ${count === 1 ? 'it' : 'them'}.`,
      about: (numbers) => `Cases with something new: ${numbers}`,
    },
  },
}

const endings: Record<Locale, string> = {
  'zh-CN': '这封邮件由系统发出，不含姓名和金额，也不需要回复。',
  en: 'This mail was sent by the system, holds no names and no amounts, and needs no reply.',
}

/**
 * A mail to a colleague: that there is something to see and where. No name, no amount, no figure of a report; cases by their
 * numbers only.
 */
export function staffMailText(kind: StaffMailKind, locale: Locale, facts: StaffMailFacts): MailText {
  const { organisation, link, count = 0, numbers = [] } = facts
  const { subject, text, about } = words[locale][kind]
  const cases = numbers.length === 0 ? '' : about(numbers.join(locale === 'en' ? ', ' : '、'))
  const parts = [text(count), cases, link, endings[locale], organisation]
  return { subject: subject(count), body: parts.filter((part) => part !== '').join('\n\n') }
}
