import type { HardshipType, OpenStage } from '@/db/vocabulary'
import type { AskKind } from './asks'
import type { Course } from './course'

/** One card on the demo's board: who, with whom, why, where it stands, and when its next action is due (days from today). */
export type OpenCase = {
  name: string
  owner: Course['owner']
  brand: '借呗' | '信用贷' | '信用卡'
  stage: OpenStage
  cause: HardshipType
  /** Days since it came to its stage. */
  here: number
  due?: number
  ask?: AskKind
  overdueDays?: number
  text?: string
  /** What sets this one apart. */
  twist?:
    | 'onHold'
    | 'disputed'
    | 'secondRound'
    | 'twoDrafts'
    | 'late'
    | 'overridden'
    | 'reported'
    | 'broken'
    | 'noAnswer'
    | 'triaged'
    | 'drafted'
}

type Row = [
  name: string,
  owner: Course['owner'],
  brand: OpenCase['brand'],
  cause: HardshipType,
  here: number,
  more?: Partial<OpenCase>,
]

const inStage = (stage: OpenStage, rows: readonly Row[]): OpenCase[] =>
  rows.map(([name, owner, brand, cause, here, more]) => ({ name, owner, brand, stage, cause, here, ...more }))

/** The board as it stands on the day of loading, beside the worked examples. */
export const openCases: readonly OpenCase[] = [
  ...inStage('INTAKE', [
    ['陈建国', 'counsellor', '借呗', 'UNEMPLOYMENT', 0, { due: 0, text: '首次面谈，核对身份证和账单' }],
    ['古丽米热·艾比布力', 'counsellor', '借呗', 'INCOME_REDUCTION', 1, { due: 1 }],
    ['欧阳䮌', 'counsellor2', '信用卡', 'SEPARATION', 3, { due: -1 }],
    ['赵小燕', 'supervisor', '信用贷', 'LOW_INCOME_LONG', 0, { due: 2 }],
  ]),
  ...inStage('EVIDENCE', [
    ['𠮷田', 'counsellor', '借呗', 'ILLNESS', 2, { due: 0, text: '等诊断报告原件' }],
    ['上官婉清', 'counsellor', '信用卡', 'INJURY_DISABILITY', 8, { due: -3 }],
    ['刘桂英', 'counsellor2', '借呗', 'FAMILY_ILLNESS_DEATH', 4, { due: 1 }],
    ['马志强', 'counsellor2', '信用贷', 'BUSINESS_FAILURE', 6, { due: 3, overdueDays: 48 }],
    ['扎西·次仁', 'supervisor', '借呗', 'DISASTER_ACCIDENT', 1, { due: 4 }],
    ['单秀英', 'counsellor', '借呗', 'OVER_INDEBTED', 5, { due: 6, twist: 'onHold' }],
  ]),
  ...inStage('DRAFTING', [
    ['孙浩然', 'counsellor', '借呗', 'UNEMPLOYMENT', 1, { due: 0, ask: 'extension', twist: 'drafted' }],
    ['周雨桐', 'counsellor2', '信用卡', 'INCOME_REDUCTION', 2, { due: 1, ask: 'lower', overdueDays: 12 }],
    ['诸葛明', 'counsellor2', '借呗', 'OTHER', 6, { due: -2, ask: 'pause' }],
    ['吴丽娟', 'counsellor', '借呗', 'ILLNESS', 9, { due: 2, ask: 'extension', twist: 'secondRound' }],
  ]),
  ...inStage('CLIENT_REVIEW', [
    ['徐文斌', 'counsellor', '借呗', 'INCOME_REDUCTION', 1, { due: 1, ask: 'extension' }],
    ['胡春燕', 'counsellor2', '信用贷', 'UNEMPLOYMENT', 2, { due: 0, ask: 'plan', overdueDays: 25 }],
    ['高俊', 'supervisor', '信用卡', 'BUSINESS_FAILURE', 3, { due: 3, ask: 'penalties', overdueDays: 75, twist: 'twoDrafts' }],
  ]),
  ...inStage('SUBMITTED', [
    ['林若溪', 'counsellor', '借呗', 'ILLNESS', 3, { ask: 'extension' }],
    ['何立新', 'counsellor', '信用卡', 'OVER_INDEBTED', 6, { ask: 'cheaper', due: 0, text: '回访客服，催问审核进度' }],
    ['郭梓轩', 'counsellor2', '借呗', 'UNEMPLOYMENT', 9, { ask: 'interest' }],
    ['卓玛·央金', 'counsellor2', '借呗', 'LOW_INCOME_LONG', 17, { ask: 'extension', due: -2, twist: 'noAnswer' }],
    ['梁国庆', 'supervisor', '信用贷', 'INJURY_DISABILITY', 5, { ask: 'lump', overdueDays: 110, twist: 'disputed' }],
  ]),
  ...inStage('INFO_REQUESTED', [
    ['宋佳怡', 'counsellor', '借呗', 'UNEMPLOYMENT', 1, { ask: 'extension' }],
    ['唐永康', 'counsellor2', '信用卡', 'INCOME_REDUCTION', 4, { ask: 'penalties', overdueDays: 34 }],
    ['司马晴', 'supervisor', '借呗', 'FAMILY_ILLNESS_DEATH', 2, { ask: 'lower' }],
  ]),
  ...inStage('COUNTERED', [
    ['许家辉', 'counsellor', '借呗', 'UNEMPLOYMENT', 1, { ask: 'extension', due: 1 }],
    ['韩冬梅', 'counsellor2', '信用贷', 'BUSINESS_FAILURE', 2, { ask: 'interest', due: 0, text: '和客户商量还价的月供' }],
    ['冯俊豪', 'supervisor', '信用卡', 'SEPARATION', 5, { ask: 'cheaper', due: -1, overdueDays: 20 }],
  ]),
  ...inStage('CONFIRMING', [
    ['邓海燕', 'counsellor', '借呗', 'ILLNESS', 2, { ask: 'extension', due: 2 }],
    ['曹一鸣', 'counsellor2', '借呗', 'INCOME_REDUCTION', 4, { ask: 'interest', due: 1 }],
    ['尉迟建军', 'supervisor', '信用卡', 'DISASTER_ACCIDENT', 7, { ask: 'plan', due: -1, overdueDays: 40 }],
  ]),
  ...inStage('MONITORING', [
    ['彭晓明', 'counsellor', '借呗', 'UNEMPLOYMENT', 70, { ask: 'extension' }],
    ['曾玉兰', 'counsellor', '信用卡', 'ILLNESS', 100, { ask: 'penalties', overdueDays: 50 }],
    ['萧景行', 'counsellor2', '借呗', 'OVER_INDEBTED', 40, { ask: 'lower', twist: 'late' }],
    ['田德生', 'counsellor2', '信用贷', 'INCOME_REDUCTION', 130, { ask: 'cheaper' }],
    ['阿卜杜拉·喀迪尔', 'supervisor', '借呗', 'BUSINESS_FAILURE', 9, { ask: 'extension', twist: 'overridden' }],
    ['董思远', 'counsellor', '借呗', 'FAMILY_ILLNESS_DEATH', 55, { ask: 'extension', twist: 'reported' }],
  ]),
  ...inStage('FALLBACK', [
    ['袁秀霞', 'counsellor', '借呗', 'UNEMPLOYMENT', 3, { ask: 'principal', due: 1 }],
    ['潘磊', 'counsellor2', '信用卡', 'OVER_INDEBTED', 2, { ask: 'lower', due: 0, twist: 'broken' }],
    ['蒋福生', 'supervisor', '信用贷', 'LOW_INCOME_LONG', 5, { ask: 'extension', due: -1, twist: 'triaged' }],
  ]),
]
