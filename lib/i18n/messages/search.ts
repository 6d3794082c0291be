import { sentences } from '../sentences'

export const search = sentences(
  {
    title: '搜索',
    results: '“{q}”的结果',
    ask: '输入姓名、拼音首字母、案号、债权方或手机号后四位。',
    none: '没有找到“{q}”',
    noneText: '请检查写法，或试试拼音首字母（如 zs）或案号。只会找到可查看范围内的案件。',
    most: '最多显示 20 件，越具体越容易找到。',
  },
  {
    title: 'Search',
    results: 'Results for “{q}”',
    ask: 'Enter a name, pinyin initials, a case number, a creditor or the last four digits of a phone.',
    none: 'Nothing found for “{q}”',
    noneText: 'Check the spelling, or try pinyin initials (such as zs) or the case number. Only cases you may see are found.',
    most: 'At most 20 cases are shown; be more specific to find the right one.',
  },
)
