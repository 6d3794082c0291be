import { sentences } from '../sentences'

/** The client's own budget steps and savings goals, as the portal tells of them. */
export const steps = sentences(
  {
    title: '我的小目标',
    lead: '这是和辅导员商量好的几件小事。一次做一件，做到多少算多少；做不到就告诉我们，一起改。',
    none: '还没有定下小目标。辅导员和您商量后会出现在这里。',
    budget: '每月多出 {amount}，{date}前',
    savings: '存到 {amount}，每月存 {monthly}',
    soFar: '目前 {progress}',
    projected: '照这样，{date}能存够。',
    keep: '想守住信用记录，请记住',
  },
  {
    title: 'My small steps',
    lead: 'These are the steps you agreed with your counsellor. One at a time; every bit counts. If one does not work out, tell us and we change it together.',
    none: 'No steps yet. They appear here once you and your counsellor have agreed on some.',
    budget: '{amount} more a month by {date}',
    savings: 'Save {amount}, {monthly} a month',
    soFar: 'So far {progress}',
    projected: 'At this pace you have it by {date}.',
    keep: 'To keep your record clean',
  },
)
