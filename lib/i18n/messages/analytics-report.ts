import { sentences } from '../sentences'

/** The analytics as a report on paper, and what is said where figures leave the team. */
export const analyticsReport = sentences(
  {
    pdf: '下载 PDF 报告',
    office: '机构',
    period: '提交日期',
    periodText: '{from} 至 {to}',
    noPeriod: '不限',
    chosen: '{what}：{value}',
    between: '；',
    leftOut: '未计入',
    forestNote:
      '相对参照组的优势比，对数刻度 0.25 到 4。实心方块：95% 区间不含 1；空心圆：区间含 1；箭头：区间超出刻度。数字下面的小字是 95% 区间。',
    ratesNote: '圆点是获批率，横线是它的 95% 区间（Wilson），刻度 0 到 100%。“没有记录”自成一组。',
    wholeRate: '虚线是全部已有结果的获批率 {rate}。',
    interval: '95% 区间',
    notes: '统计提示',
    provenance: '口径与出处',
    rounded: '精度',
    roundedText:
      '每种结果的件数取 5 的倍数，各与实际相差不超过 4；已有结果和已提交的件数由它们相加，比例、区间、百分点差和未调整的优势比也由它们算出。分层和调整后的优势比只写两位有效数字，q 只写所在的范围；分组里有不显示的，就不写 q。这样几份不同筛选的文件互相加减，也推不出不显示的分组。',
    hash: '数据指纹（SHA-256）',
    hashText: '{n} 条（以空条补足到 5 的倍数），合计指纹 {hash}',
    modelOfFew: {
      ml: '调整后：逻辑回归（最大似然，剖面似然区间），{parameters} 个参数，每个参数至少 {least} 件（较少的那种结果）；另有少数缺记录的件没有用到，件数不单列；调整因素：{factors}。',
      firth:
        '调整后：Firth 惩罚逻辑回归（剖面惩罚似然区间），{parameters} 个参数，每个参数至少 {least} 件（较少的那种结果），请从严看待；另有少数缺记录的件没有用到，件数不单列；调整因素：{factors}。',
      refused: '调整后：{parameters} 个参数，件数不足以做多因素模型，因此不给调整后的优势比。',
    },
  },
  {
    pdf: 'Download PDF report',
    office: 'Organisation',
    period: 'Sent',
    periodText: '{from} to {to}',
    noPeriod: 'any day',
    chosen: '{what}: {value}',
    between: '; ',
    leftOut: 'Left out',
    forestNote:
      'Odds ratios against the reference, on a log scale from 0.25 to 4. Filled square: the 95 % interval leaves out 1. Hollow circle: it includes 1. Arrow head: it runs on beyond the scale. The small figures below are 95 % intervals.',
    ratesNote:
      'A dot is the approval rate, the line its 95 % interval (Wilson), on a scale from 0 to 100 %. “Not recorded” is a group of its own.',
    wholeRate: 'The dashed line is the approval rate of all decided, {rate}.',
    interval: '95 % interval',
    notes: 'Notes from the statistics',
    provenance: 'What was counted, and how',
    rounded: 'Precision',
    roundedText:
      'How many met each outcome is told in fives, at most four away from what it is; the decided and the sent are their sums, and rates, intervals, differences and crude odds ratios are those of these counts. Stratified and adjusted odds ratios have two digits, and of q only the range is told; where some groups of a factor are hidden there is no q. So hidden groups cannot be worked out, not by setting files of several filters against each other either.',
    hash: 'Fingerprint of the data (SHA-256)',
    hashText: '{n} (filled up to a multiple of five), together {hash}',
    modelOfFew: {
      ml: 'Adjusted: logistic regression (maximum likelihood, profile intervals), {parameters} parameters, at least {least} of the rarer outcome per parameter; a few cases with something not recorded are left out, and how many is not told; adjusted for {factors}.',
      firth:
        'Adjusted: Firth’s penalised logistic regression (profile penalised likelihood intervals), {parameters} parameters, at least {least} of the rarer outcome per parameter: read with caution; a few cases with something not recorded are left out, and how many is not told; adjusted for {factors}.',
      refused: 'Adjusted: {parameters} parameters are too many for these cases, so no adjusted odds ratio is given.',
    },
  },
)
