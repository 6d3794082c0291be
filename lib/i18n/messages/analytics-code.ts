import { sentences } from '../sentences'

/** The method page's way to the code that computes. */
export const analyticsCode = sentences(
  {
    notation: '公式',
    code: '代码',
    title: '计算代码：{file}',
    lead: '下面就是算出这些数字的源文件，取自正在运行的这份程序。',
    lines: '共 {n} 行',
    back: '返回方法说明',
    testedText: '公式与代码按发表过的例子和 R 的结果核对；每次改动都会重新核对。',
  },
  {
    notation: 'Formula',
    code: 'Code',
    title: 'Code: {file}',
    lead: 'This is the very source file that computed these figures, read from the program that is running.',
    lines: '{n, plural, one {# line} other {# lines}}',
    back: 'Back to the method',
    testedText: 'Formulas and code are held against published examples and against R, anew with every change.',
  },
)
