import type { HardshipType } from '@/db/vocabulary'
import { parseIdNumber } from '@/lib/platform/id-number'
import type { Chance } from '@/lib/seed/chance'
import type { Hardship, Household, Person } from './course'

/** A made-up person: the phone prefix is not given out, and the identity number is only well formed. */
export function personOf(chance: Chance, name: string): Person {
  const { phone, idNumber } = { phone: `199${digits(chance, 8)}`, idNumber: idNumberOf(chance) }
  return { name, phone, idNumber, employment: chance.pick(jobs), dependants: chance.whole(0, 3), known: {} }
}

const jobs = [
  '快递员',
  '餐馆服务员',
  '装修工',
  '网约车司机',
  '超市收银员',
  '工厂普工',
  '个体经营',
  '公司职员',
  '家政服务员',
  '待业',
]

const digits = (chance: Chance, many: number) => Array.from({ length: many }, () => chance.whole(0, 9)).join('')

function idNumberOf(chance: Chance): string {
  const region = chance.pick(['110105', '330106', '510107', '420111', '610113', '440305', '650102'])
  const born = `${chance.whole(1965, 2002)}${two(chance.whole(1, 12))}${two(chance.whole(1, 28))}`
  const start = `${region}${born}${digits(chance, 3)}`
  return [...'0123456789X'].map((check) => `${start}${check}`).find((number) => parseIdNumber(number).ok) ?? ''
}

const two = (part: number) => String(part).padStart(2, '0')

/** A household that has `surplus` left a month, whole yuan. */
export function householdOf(chance: Chance, surplus: number): Household {
  const [fixed, flexible, reserve] = [chance.whole(11, 26) * 100, chance.whole(7, 13) * 100, 200]
  const yuan = (amount: number) => `${amount}.00`
  return {
    income: yuan(fixed + flexible + reserve + surplus),
    fixed: yuan(fixed),
    flexible: yuan(flexible),
    reserve: yuan(reserve),
  }
}

/** A cause that began on a day; income before is what it was `times` the present one. */
export function hardshipOf(chance: Chance, type: HardshipType, { began, income }: { began: number; income: string }): Hardship {
  const before = Math.round((Number.parseInt(income, 10) * chance.whole(115, 210)) / 10_000) * 100
  return { type, began, narrative: chance.pick(narratives[type]), incomeBefore: `${before}.00`, verified: chance.happens(0.55) }
}

const narratives: Record<HardshipType, readonly string[]> = {
  UNEMPLOYMENT: ['公司缩减业务，本人被裁员，目前一边打零工一边找工作。', '所在门店关闭，劳动合同提前终止，正在领取失业保险金。'],
  INCOME_REDUCTION: ['单位取消绩效奖金，每月到手收入明显减少。', '订单减少后改为计件工资，收入不足以前的六成。'],
  ILLNESS: ['突发疾病住院手术，出院后需要休养，病假期间只有基本工资。', '确诊慢性病，需要长期服药，每月药费增加。'],
  INJURY_DISABILITY: ['工作中受伤，康复期内无法从事原来的工作。', '交通事故后腿部骨折，暂时不能出车。'],
  FAMILY_ILLNESS_DEATH: ['父亲重病住院，本人请假陪护，医疗费用由本人承担大部分。', '配偶病故，家中只剩一份收入。'],
  SEPARATION: ['离婚后独自抚养孩子，房租和生活费由一人承担。'],
  BUSINESS_FAILURE: ['小餐馆停业，转让费不足以支付欠款，现在给别人打工。', '网店经营亏损后注销，收入中断了几个月。'],
  DISASTER_ACCIDENT: ['暴雨淹了店面，货物损失，保险正在理赔。', '住处失火，需要先支付重置生活用品的费用。'],
  OVER_INDEBTED: ['同时有几笔借款，每月应还超过收入的一半。', '几张信用卡和两笔借款同月到期，已经周转不开。'],
  LOW_INCOME_LONG: ['长期在家照顾老人，只有零工收入和低保金。', '收入一直不高，房租上涨后每月所剩不多。'],
  OTHER: ['家中老人走失，四处寻找花费较多，期间无法工作。'],
}

/** Who signs the paper that proves a hardship best, and which paper that is. */
export const proofOf: Record<
  HardshipType,
  { code: string; issuer: 'EMPLOYER' | 'HOSPITAL' | 'GOVERNMENT' | 'BANK' | 'CLIENT' }[]
> = {
  UNEMPLOYMENT: [
    { code: 'UNEMPLOYMENT_CERT', issuer: 'GOVERNMENT' },
    { code: 'RESIGNATION_CERT', issuer: 'EMPLOYER' },
    { code: 'PAYSLIP', issuer: 'EMPLOYER' },
  ],
  INCOME_REDUCTION: [{ code: 'INCOME_PROOF', issuer: 'EMPLOYER' }],
  ILLNESS: [{ code: 'MEDICAL_DIAGNOSIS', issuer: 'HOSPITAL' }],
  INJURY_DISABILITY: [
    { code: 'DISABILITY_CERT', issuer: 'GOVERNMENT' },
    { code: 'MEDICAL_DIAGNOSIS', issuer: 'HOSPITAL' },
  ],
  FAMILY_ILLNESS_DEATH: [
    { code: 'DEATH_CERT', issuer: 'GOVERNMENT' },
    { code: 'MEDICAL_DIAGNOSIS', issuer: 'HOSPITAL' },
  ],
  SEPARATION: [
    { code: 'DIVORCE_CERT', issuer: 'GOVERNMENT' },
    { code: 'SEPARATION_RULING', issuer: 'GOVERNMENT' },
  ],
  BUSINESS_FAILURE: [
    { code: 'BUSINESS_CLOSURE', issuer: 'GOVERNMENT' },
    { code: 'BUSINESS_LEDGER', issuer: 'CLIENT' },
  ],
  DISASTER_ACCIDENT: [
    { code: 'OFFICIAL_CERT', issuer: 'GOVERNMENT' },
    { code: 'INSURANCE_CLAIM', issuer: 'CLIENT' },
  ],
  OVER_INDEBTED: [
    { code: 'OTHER_LOAN_CONTRACT', issuer: 'CLIENT' },
    { code: 'BANK_STATEMENT', issuer: 'BANK' },
  ],
  LOW_INCOME_LONG: [
    { code: 'LOW_INCOME_CERT', issuer: 'GOVERNMENT' },
    { code: 'INCOME_PROOF', issuer: 'EMPLOYER' },
  ],
  OTHER: [{ code: 'OTHER', issuer: 'CLIENT' }],
}
