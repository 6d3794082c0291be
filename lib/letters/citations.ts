import type { Locale, ProductType } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import type { Bilingual } from './wording'

/**
 * The laws a letter may name. Each row says for which products it holds and when its text was last read: a letter cites a
 * row or nothing. Article numbers, titles and first days that the sources of the product do not name are not given.
 */
type Citation = {
  readonly law: Bilingual
  readonly article?: Bilingual
  /** What it says, in a line, for the counsellor who chooses it. */
  readonly says: Bilingual
  readonly products: readonly ProductType[]
  /** The first day, where a source names it; else it is taken to hold from the day it was read in force. */
  readonly from?: CivilDate
  readonly until?: CivilDate
  readonly checked: CivilDate
  /** A: primary text read. B: reputable or two agreeing secondary sources. */
  readonly certainty: 'A' | 'B'
  /** Holds only while the debt is not yet due in full. */
  readonly beforeMaturity?: true
}

const every: readonly ProductType[] = ['CONSUMER_LOAN', 'BANK_LOAN', 'CREDIT_CARD', 'OTHER']
// The texts were read in April 2025; the month is over on its last day.
const readOn = '2025-04-30'

const civilCode = { 'zh-CN': '中华人民共和国民法典', en: 'Civil Code of the PRC' }
const creditReporting = { 'zh-CN': '征信业管理条例', en: 'Regulation on the Credit Reporting Industry' }
const personalInformation = { 'zh-CN': '中华人民共和国个人信息保护法', en: 'Personal Information Protection Law of the PRC' }

const article = (zh: string, en: string): Bilingual => ({ 'zh-CN': `第${zh}条`, en: `article ${en}` })
const says = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const inCivilCode = { law: civilCode, products: every, checked: readOn, certainty: 'A' } as const
const inCreditReporting = { law: creditReporting, products: every, checked: readOn, certainty: 'A' } as const
const inPersonalInformation = {
  law: personalInformation,
  products: every,
  checked: readOn,
  certainty: 'A',
} as const

export const citations = {
  cite_card_70: {
    law: {
      'zh-CN': '商业银行信用卡业务监督管理办法',
      en: 'Measures for the Supervision of Credit Card Business of Commercial Banks',
    },
    article: article('七十', '70'),
    says: says(
      '信用卡欠款超出还款能力且仍有还款意愿的，银行可以与持卡人协商个性化分期，最长五年',
      'A bank may agree a personalised instalment plan of up to five years on a credit card',
    ),
    products: ['CREDIT_CARD'],
    checked: readOn,
    certainty: 'B',
  },
  cite_civil_165: {
    ...inCivilCode,
    article: article('一百六十五', '165'),
    says: says('授权委托书应载明的内容', 'What an authority letter states'),
  },
  cite_civil_544: {
    ...inCivilCode,
    article: article('五百四十四', '544'),
    says: says('变更内容约定不明确的，推定为未变更', 'An unclear variation counts as none'),
  },
  cite_civil_560: {
    ...inCivilCode,
    article: article('五百六十', '560'),
    says: says('多笔债务时债务人可以指定清偿哪一笔', 'Among several debts the debtor may name the one that is paid'),
  },
  cite_civil_561: {
    ...inCivilCode,
    article: article('五百六十一', '561'),
    says: says('清偿顺序：费用、利息、主债务', 'Order of appropriation: costs, interest, principal'),
  },
  cite_civil_575: {
    ...inCivilCode,
    article: article('五百七十五', '575'),
    says: says('债权人免除部分债务的，该部分终止', 'What the creditor waives is extinguished'),
  },
  cite_civil_585: {
    ...inCivilCode,
    article: article('五百八十五', '585'),
    says: says('违约金过高的，可以请求适当减少', 'An excessive penalty may be reduced'),
  },
  cite_civil_677: {
    ...inCivilCode,
    article: article('六百七十七', '677'),
    says: says('提前还款的，按实际借款期间计息', 'Early repayment: interest for the actual period'),
  },
  cite_civil_678: {
    ...inCivilCode,
    article: article('六百七十八', '678'),
    says: says(
      '借款人可以在还款期限届满前申请展期，贷款人同意的可以展期',
      'A borrower may ask for an extension before maturity; the lender may agree',
    ),
    beforeMaturity: true,
  },
  cite_credit_16: {
    ...inCreditReporting,
    article: article('十六', '16'),
    says: says(
      '不良信息自终止之日起保存五年，信息主体可以作出说明',
      'Negative data are kept five years; the person may add a statement',
    ),
  },
  cite_credit_17: {
    ...inCreditReporting,
    article: article('十七', '17'),
    says: says('每年两次免费查询本人信用报告', 'Two free reports a year'),
  },
  cite_credit_25: {
    ...inCreditReporting,
    article: article('二十五', '25'),
    says: says('异议自收到之日起二十日内核查处理并书面答复', 'A dispute is answered in writing within twenty days'),
  },
  cite_credit_26: {
    ...inCreditReporting,
    article: article('二十六', '26'),
    says: says('投诉自受理之日起三十日内答复', 'A complaint is answered within thirty days'),
  },
  cite_pipl_23: {
    ...inPersonalInformation,
    article: article('二十三', '23'),
    says: says('向其他处理者提供个人信息应取得单独同意', 'Separate consent to hand information to another handler'),
  },
  cite_pipl_29: {
    ...inPersonalInformation,
    article: article('二十九', '29'),
    says: says('处理敏感个人信息应取得单独同意', 'Separate consent for sensitive information'),
  },
  cite_pboc_2021_3: {
    law: { 'zh-CN': '中国人民银行公告〔2021〕第3号', en: 'Announcement No. 3 [2021] of the People’s Bank of China' },
    says: says(
      '贷款产品应明示年化利率，按全部成本与实际占用本金计算',
      'Loans show an annual rate from all costs over the principal in use',
    ),
    products: every,
    checked: readOn,
    certainty: 'B',
  },
  cite_gbt_45251: {
    law: { 'zh-CN': '推荐性国家标准GB/T 45251-2025', en: 'the recommended national standard GB/T 45251-2025' },
    says: says(
      '未经约定，晚二十二时至次日八时不催收；每日有效语音通话不超过三次；不向无关人员透露债务',
      'Unless agreed, no collection 22:00 to 08:00; at most three effective calls a day; the debt is not disclosed to others',
    ),
    products: ['CONSUMER_LOAN', 'BANK_LOAN', 'OTHER'],
    from: '2025-02-28',
    checked: readOn,
    certainty: 'B',
  },
} as const satisfies Record<string, Citation>

export type CitationId = keyof typeof citations

const byName: Readonly<Record<string, Citation>> = citations

/** The row of a citation variable such as `cite_civil_678`; undefined for a name that is none. */
export const citationNamed = (name: string): Citation | undefined => (Object.hasOwn(byName, name) ? byName[name] : undefined)

export const citationNames: readonly string[] = Object.keys(byName)

/** How a letter names it: 《中华人民共和国民法典》第六百七十八条. */
export function citationText({ law, article: at }: Citation, language: Locale): string {
  if (language === 'en') return at ? `${at.en} of the ${law.en}` : law.en
  // Only a law with an article is a bare title; announcements and standards are named in full.
  return at ? `《${law['zh-CN']}》${at['zh-CN']}` : law['zh-CN']
}

/** Why a citation may not stand in this letter: another product, not in force on that day, or the debt already due in full. */
export function citationProblem(
  citation: Citation,
  { productType, on, maturity }: { productType: ProductType; on: CivilDate; maturity?: CivilDate },
): 'wrong_product' | 'not_in_force' | 'after_maturity' | undefined {
  if (!citation.products.includes(productType)) return 'wrong_product'
  if (on < (citation.from ?? citation.checked) || (citation.until !== undefined && on > citation.until)) return 'not_in_force'
  return citation.beforeMaturity && (maturity === undefined || on > maturity) ? 'after_maturity' : undefined
}
