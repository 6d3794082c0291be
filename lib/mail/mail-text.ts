import type { Locale } from '@/db/vocabulary'
import type { MailKind } from '@/db/vocabulary-portal'

export type MailFacts = { organisation: string; safePhrase: string; link: string }
export type MailText = { subject: string; body: string }

const words: Record<Locale, Record<MailKind, { subject: string; text: string }>> = {
  'zh-CN': {
    NEW_MESSAGE: { subject: '您有一条新留言', text: '辅导员给您留了言，请打开您的页面查看。' },
    NEWS: { subject: '您的申请有新进展', text: '您的申请有新进展，请打开您的页面查看。' },
    PLAN_NEWS: { subject: '您的计划有一处更新', text: '您的计划有一处更新，请打开您的页面看看。有疑问，随时问我们。' },
    PAYMENT_SOON: { subject: '计划里有一件事快到日子了', text: '请打开您的页面看一看。如果有困难，先告诉我们，一起想办法。' },
    INCIDENT: {
      subject: '一则关于您个人信息的通知',
      text: '有一件和您的个人信息有关的事，想请您知道。发生了什么、我们做了什么、您可以做什么，都写在您的页面里，请打开看看。',
    },
    DIGEST: { subject: '有几件事等您看看', text: '这段时间有几件事更新了，请打开您的页面，一次看完。' },
  },
  en: {
    NEW_MESSAGE: { subject: 'You have a new message', text: 'Your counsellor has written to you. Please open your page.' },
    NEWS: { subject: 'There is news about your request', text: 'There is news about your request. Please open your page.' },
    PLAN_NEWS: {
      subject: 'There is an update to your plan',
      text: 'There is an update to your plan. Please open your page to see it, and ask us anything.',
    },
    PAYMENT_SOON: {
      subject: 'Something in your plan is coming up',
      text: 'Please open your page. If it is difficult, tell us first; we will find a way together.',
    },
    INCIDENT: {
      subject: 'A notice about your personal data',
      text: 'Something happened that concerns your personal data, and we want you to know. What happened, what we did and what you can do is on your page.',
    },
    DIGEST: { subject: 'A few things to look at', text: 'A few things are new. Please open your page and see them together.' },
  },
}

const endings: Record<Locale, { phrase: (words: string) => string; fraud: string }> = {
  'zh-CN': {
    phrase: (phrase) => `您的安全暗语是「${phrase}」。没有这句暗语，或者写得不对，就不是我们发的。`,
    fraud: '我们不会在邮件里向您要密码、验证码，也不会让您转账。',
  },
  en: {
    phrase: (phrase) => `Your safe phrase is “${phrase}”. If it is missing or wrong, the mail is not from us.`,
    fraud: 'We never ask for passwords, codes or transfers by mail.',
  },
}

/**
 * A mail to a client. It says that there is something to see and where, and nothing of what it is: no name, no amount, no
 * number, no lender. The safe phrase tells it from a forgery.
 */
export function mailText(kind: MailKind, locale: Locale, { organisation, safePhrase, link }: MailFacts): MailText {
  const { subject, text } = words[locale][kind]
  const { phrase, fraud } = endings[locale]
  const parts = [text, link, safePhrase === '' ? '' : phrase(safePhrase), fraud, organisation]
  return { subject, body: parts.filter((part) => part !== '').join('\n\n') }
}
