import { sentences } from '../sentences'

/** Mails that did not reach a client, and what to do about it. */
export const mails = sentences(
  {
    lead: '下面的客户没有收到我们的邮件。邮件里只有“请打开您的页面”，所以打一通电话就够了；打过之后请标记。',
    none: '邮件都送到了',
    noneText: '有送不到的邮件时，会列在这里。',
    client: '客户',
    many: '没送到',
    count: '{many} 封',
    lastAt: '最后一次',
    why: '原因',
    bounced: '邮箱退信，请和客户核对邮箱',
    gaveUp: '多次没有送出',
    retry: '再发一次',
    settle: '已打电话告知',
  },
  {
    lead: 'These clients did not get our mails. A mail only says “please open your page”, so a call will do; mark it once you have called.',
    none: 'Every mail has arrived',
    noneText: 'Mails that do not arrive are listed here.',
    client: 'Client',
    many: 'Not arrived',
    count: '{many, plural, one {# mail} other {# mails}}',
    lastAt: 'Last one',
    why: 'Why',
    bounced: 'The address gave it back; check it with the client',
    gaveUp: 'Tried many times',
    retry: 'Send again',
    settle: 'Told by telephone',
  },
)
