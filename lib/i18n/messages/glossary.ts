import { sentences } from '../sentences'

/**
 * The words of money and law that people stumble over: one sentence each, and an example. Amounts in the examples are worked out by
 * the product's own rules (equal instalments of ¥12,000 at 0.04 % a day) or come from PBOC announcement 2021 No. 3.
 */
export const glossary = sentences(
  {
    title: '术语表',
    lead: '账单、方案和分析里常见的词，每个一句话、一个例子。例子里的数是举例，以合同和债权方的书面文件为准。',
    example: '例：{text}',
    means: '什么意思？',
    wordsHere: '这里的词：',
    group: { owed: '欠的是什么', pays: '怎么还', asks: '协商什么', follows: '谈成以后', figures: '分析里的数' },
    terms: {
      principal: {
        name: '本金',
        says: '借到手、还没还清的钱，不含利息和费用。',
        example: '借 ¥12,000，已还本金 ¥2,000，剩余本金 ¥10,000。',
      },
      interest: {
        name: '利息',
        says: '用钱的价钱，按剩余本金、利率和天数算。',
        example: '本金 ¥12,000、日利率 0.04%，30 天的利息是 ¥144.00。',
      },
      penalty: {
        name: '罚息',
        says: '逾期之后，对没按时还的那部分另收的利息。',
        example: '逾期本金 ¥1,000，罚息每天 0.06%，10 天是 ¥6.00。',
      },
      overdue: {
        name: '逾期',
        says: '过了还款日还没还够；从第二天起按天算。',
        example: '11 月 5 日该还 ¥800，到 11 月 15 日没还，逾期 10 天。',
      },
      monthly: {
        name: '月供',
        says: '每个月到期要还的总数，一般有本金也有利息。',
        example: '借 ¥12,000，日利率 0.04%，分 6 期等额本息，月供 ¥2,084.83。',
      },
      instalments: {
        name: '期数',
        says: '分几次还清；期数多，每期少，总利息一般更多。',
        example: '同样借 ¥12,000：3 期每期 ¥4,096.38，6 期每期 ¥2,084.83。',
      },
      equalInstalments: {
        name: '等额本息',
        says: '每期还一样多；前面利息占得多，后面本金占得多。',
        example: '¥12,000 分 6 期：前 5 期每期 ¥2,084.83，最后一期 ¥2,084.86。',
      },
      equalPrincipal: {
        name: '等额本金',
        says: '每期还一样多的本金；利息逐期变少，月供逐期下降。',
        example: '¥12,000 分 6 期：第一期 ¥2,144.00，第二期 ¥2,120.00，最后一期 ¥2,024.00。',
      },
      annualRate: {
        name: '年化利率',
        says: '把利息和费用都折成一年的比例，方便比较。',
        example: '借 ¥100,000，先付费用 ¥1,000，再还 12 期、每期 ¥8,833.30：单利约 12.80%，内部收益率约 13.58%。',
      },
      dailyRate: {
        name: '日利率',
        says: '剩余本金每天收百分之几的利息，写在合同里。',
        example: '日利率 0.04%，¥10,000 用一天，利息 ¥4.00。',
      },
      extension: {
        name: '展期／延期',
        says: '把还款的时间拉长：每期变少，总利息一般变多。',
        example: '¥12,000 从 3 期改成 6 期：每期少 ¥2,011.55，利息从 ¥289.14 变成 ¥509.01。',
      },
      grace: {
        name: '宽限期',
        says: '还款日后不收罚息的几天；合同写了才有。',
        example: '该还 ¥800，宽限 3 天：3 天内还上，不收罚息。',
      },
      interestFreeze: {
        name: '停息挂账',
        says: '民间说法，不是法律权利；停不停息由债权方决定。',
        example: '有人先收 ¥5,000，说能把 ¥50,000 的债“停息挂账”：不要付，先核实。',
      },
      waiver: {
        name: '减免',
        says: '债权方同意不收的那部分，以书面为准。',
        example: '罚息 ¥2,318.40 减免一半，还要付 ¥1,159.20。',
      },
      lumpSum: {
        name: '一次性结清',
        says: '一次还完双方谈定的数，这笔债就了结；先拿到书面。',
        example: '欠 ¥20,000，书面同意一次还 ¥17,000 结清，还完再要结清证明。',
      },
      surplus: {
        name: '可持续还款额（可支配余额）',
        says: '收入减去各项支出和预留，每月还得起的数。',
        example: '收入 ¥6,800 − 固定 ¥3,150 − 生活 ¥1,200 − 预留 ¥340 = ¥2,110。',
      },
      creditRecord: {
        name: '征信',
        says: '借款还款的信用记录；不良信息在还清后保留 5 年。',
        example: '一笔 ¥800 逾期，2026 年 3 月还清，这条记录留到 2031 年 3 月。每年可以免费查两次。',
      },
      confirmation: {
        name: '书面确认／回执',
        says: '债权方把同意的条件写成文字，客户看过再签字。',
        example: '电话里答应减 ¥500：请对方写明金额和日期，收到了再按新方案还。',
      },
      collection: {
        name: '催收',
        says: '债权方或受托方催促还款；未经同意，22 点到次日 8 点不应催。',
        example: '一天接到 4 通有效来电，多于推荐性国家标准的 3 通：记下来，可以投诉。',
      },
      keeping: {
        name: '履约',
        says: '按协议写的日期和金额还款；有困难提前说。',
        example: '约定每月 5 日还 ¥1,200，当天或之前还够就是履约。',
      },
      oddsRatio: {
        name: '优势比',
        says: '一组“获批÷被拒”除以另一组的；1 是一样，大于 1 更常获批。',
        example: '有证明的获批 60 件、被拒 20 件，没有的各 40 件：3 ÷ 1 = 3.00。一起出现，不等于原因。',
      },
      confidenceInterval: {
        name: '置信区间',
        says: '估计出来的数可能偏多少：案件越少，区间越宽。',
        example: '优势比 1.60，95% 区间 0.90–2.90：跨过 1，看不出差别。',
      },
    },
  },
  {
    title: 'Glossary',
    lead: 'Words met in bills, proposals and the analysis: a sentence and an example each. The figures are examples; the contract and the creditor’s paper decide.',
    example: 'For example: {text}',
    means: 'What does this mean?',
    wordsHere: 'Words used here: ',
    group: {
      owed: 'What is owed',
      pays: 'How it is repaid',
      asks: 'What is asked for',
      follows: 'Once it is agreed',
      figures: 'Figures of the analysis',
    },
    terms: {
      principal: {
        name: 'Principal',
        says: 'The money borrowed and not yet repaid, without interest or fees.',
        example: '¥12,000 borrowed, ¥2,000 of it repaid: ¥10,000 of principal is left.',
      },
      interest: {
        name: 'Interest',
        says: 'The price of using money: by what is left of the principal, rate and days.',
        example: '¥12,000 at 0.04% a day for 30 days costs ¥144.00.',
      },
      penalty: {
        name: 'Penalty interest',
        says: 'Further interest on what was not paid in time.',
        example: '¥1,000 overdue at a penalty of 0.06% a day for 10 days costs ¥6.00.',
      },
      overdue: {
        name: 'Overdue',
        says: 'The due date is over and less was paid than was due; counted in days from the next.',
        example: '¥800 due on 5 November and unpaid on 15 November: 10 days overdue.',
      },
      monthly: {
        name: 'Monthly payment',
        says: 'All that falls due in a month, as a rule principal and interest.',
        example: '¥12,000 at 0.04% a day in 6 equal instalments: ¥2,084.83 a month.',
      },
      instalments: {
        name: 'Instalments',
        says: 'In how many parts a debt is repaid: more parts, smaller each, more interest as a rule.',
        example: 'The same ¥12,000: 3 instalments of ¥4,096.38, or 6 of ¥2,084.83.',
      },
      equalInstalments: {
        name: 'Equal instalments',
        says: 'The same amount every time: more interest in it at first, more principal later.',
        example: '¥12,000 in 6: five of ¥2,084.83 and a last one of ¥2,084.86.',
      },
      equalPrincipal: {
        name: 'Equal principal',
        says: 'The same principal every time; the interest and the payment go down.',
        example: '¥12,000 in 6: ¥2,144.00 first, ¥2,120.00 second, ¥2,024.00 last.',
      },
      annualRate: {
        name: 'Annual rate (APR)',
        says: 'Interest and fees as a share a year, so that loans can be compared.',
        example: '¥100,000, a fee of ¥1,000, then 12 payments of ¥8,833.30: about 12.80% simple, 13.58% as IRR.',
      },
      dailyRate: {
        name: 'Daily rate',
        says: 'The interest of a day as a share of the principal left; the contract says it.',
        example: '¥10,000 at 0.04% a day costs ¥4.00 a day.',
      },
      extension: {
        name: 'Extension',
        says: 'More time to repay: less each time, more interest as a rule.',
        example: '¥12,000 in 6 instalments, not 3: ¥2,011.55 less each, and interest of ¥509.01, not ¥289.14.',
      },
      grace: {
        name: 'Grace period',
        says: 'Days after the due date without penalty; only where the contract has them.',
        example: '¥800 due with 3 days of grace: paid within them, there is no penalty.',
      },
      interestFreeze: {
        name: 'Interest freeze',
        says: 'A popular phrase and no right in law: whether interest stops is the creditor’s choice.',
        example: 'Somebody wants ¥5,000 first to “freeze” a debt of ¥50,000: do not pay, check first.',
      },
      waiver: {
        name: 'Waiver',
        says: 'What the creditor agrees not to charge; the paper decides.',
        example: 'Half of a penalty of ¥2,318.40 is waived: ¥1,159.20 is left to pay.',
      },
      lumpSum: {
        name: 'Lump-sum settlement',
        says: 'An agreed amount paid once ends the debt; have it in writing first.',
        example: '¥20,000 owed, ¥17,000 at once agreed in writing: pay, then ask for a proof of settlement.',
      },
      surplus: {
        name: 'Sustainable surplus (disposable income)',
        says: 'Income less all spending and a reserve: what can be repaid each month.',
        example: '¥6,800 income − ¥3,150 fixed − ¥1,200 living − ¥340 reserve = ¥2,110.',
      },
      creditRecord: {
        name: 'Credit record',
        says: 'The record of loans and repayment; a default stays in it for 5 years after it ends.',
        example: '¥800 overdue and repaid in March 2026 stays until March 2031. Two reports a year are free.',
      },
      confirmation: {
        name: 'Written confirmation',
        says: 'The creditor writes down what was agreed; the client reads it and signs.',
        example: '¥500 less, said on the phone: ask for amount and date in writing, then pay by the new plan.',
      },
      collection: {
        name: 'Collection',
        says: 'The creditor or its agent presses for payment; not from 22:00 to 8:00 unless agreed.',
        example: 'Four answered calls in a day are more than the three of the recommended standard: note them, complain.',
      },
      keeping: {
        name: 'Keeping to plan',
        says: 'Paying on the days and in the amounts agreed; with difficulties, say so early.',
        example: '¥1,200 agreed for the 5th of each month: paid by that day, the plan is kept.',
      },
      oddsRatio: {
        name: 'Odds ratio',
        says: 'Approved per refused in one group over the other: 1 is equal, above is more approved.',
        example: 'With proof 60 approved and 20 refused, without 40 and 40: 3 over 1 is 3.00. It names no cause.',
      },
      confidenceInterval: {
        name: 'Confidence interval',
        says: 'By how much an estimate may be off: the fewer cases, the wider.',
        example: 'An odds ratio of 1.60 with a 95 % interval of 0.90–2.90 crosses 1: no difference can be told.',
      },
    },
  },
)

export type TermName = keyof typeof glossary.zh.terms
