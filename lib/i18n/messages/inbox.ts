import type { NoticeReason } from '@/db/vocabulary-jobs'
import { sentences } from '../sentences'

/** What a colleague is told of, and why. */
export const inbox = sentences(
  {
    title: '收件箱',
    lead: '与您有关的新动静，每条都写明为什么告诉您。这里的内容不会发到系统外面。',
    unread: '{count} 条未读',
    count: '，{count} 条未读',
    empty: '没有新动静',
    emptyText: '后台任务做完、案件有了变化，这里会告诉您。',
    isNew: '未读',
    open: '打开',
    read: '标为已读',
    readAll: '全部标为已读',
    reason: {
      ASSIGNED: '案件交给您负责',
      CLIENT_MESSAGE: '客户留言了',
      CLIENT_SENT: '客户交来材料',
      CLIENT_ANSWERED: '客户有了答复或变动',
      NEEDS_REVIEW: '方案等督导复核',
      OUTCOME: '登记了债权方的结果',
      PROMISE_DUE: '对方承诺答复的日子到了',
      JOB_DONE: '后台任务做完了',
      JOB_FAILED: '后台任务没有成功',
    } satisfies Record<NoticeReason, string>,
  },
  {
    title: 'Inbox',
    lead: 'What is new and concerns you, each with the reason why you are told. Nothing of this leaves the system.',
    unread: '{count, plural, one {{count} unread} other {{count} unread}}',
    count: ', {count, plural, one {{count} unread} other {{count} unread}}',
    empty: 'Nothing new',
    emptyText: 'When work in the background is done or a case changes, you are told here.',
    isNew: 'unread',
    open: 'Open',
    read: 'Mark as read',
    readAll: 'Mark all as read',
    reason: {
      ASSIGNED: 'A case was given to you',
      CLIENT_MESSAGE: 'The client has written',
      CLIENT_SENT: 'The client has sent evidence',
      CLIENT_ANSWERED: 'The client has answered or changed something',
      NEEDS_REVIEW: 'A proposal waits for a supervisor’s check',
      OUTCOME: 'The creditor’s answer was recorded',
      PROMISE_DUE: 'The day of a promised reply has come',
      JOB_DONE: 'Work in the background is done',
      JOB_FAILED: 'Work in the background did not succeed',
    },
  },
)
