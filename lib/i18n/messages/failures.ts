import { sentences } from '../sentences'

export const failures = sentences(
  {
    missingTitle: '找不到这个页面',
    missingText: '它可能已被移走，或不在您的范围内。请检查网址，或从首页重新开始。',
    home: '回到首页',
    back: '回到刚才的页面',
    brokenTitle: '出了意外问题',
    brokenText: '已经保存的内容没有变。请检查网络后重试。',
    reference: '如仍不行，请把编号 {reference} 告诉管理员。',
  },
  {
    missingTitle: 'This page was not found',
    missingText: 'It may have been moved, or it is outside your cases. Check the address, or start again from the beginning.',
    home: 'Back to the start',
    back: 'Back to the page before',
    brokenTitle: 'Something unexpected happened',
    brokenText: 'What was saved has not changed. Check your connection and try again.',
    reference: 'If it keeps happening, give reference {reference} to your administrator.',
  },
)
