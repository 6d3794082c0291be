import type { HardshipType } from '@/db/vocabulary'

/** A line of a checklist: any one of `options` is enough. `hardship` null asks always; `months` is the time to be covered. */
export type ChecklistSeed = {
  hardship: HardshipType | null
  group: string
  options: readonly string[]
  required: boolean
  months: number | null
}

const of = (hardship: HardshipType | null) => ({
  required: (options: string, months: number | null = null) => line(hardship, options, { required: true, months }),
  helpful: (options: string, months: number | null = null) => line(hardship, options, { required: false, months }),
})

function line(hardship: HardshipType | null, options: string, rest: Pick<ChecklistSeed, 'required' | 'months'>): ChecklistSeed {
  const codes = options.split(' | ')
  return { hardship, group: codes.join('+'), options: codes, ...rest }
}

/** What proves which hardship (domain.md 2.4; rows beyond the source documents are proposals an office may change). */
export const startingChecklist: readonly ChecklistSeed[] = [
  of(null).required('ID_CARD'),
  of(null).required('AUTHORITY_LETTER'),
  of(null).required('EXPENSE_DETAIL'),
  of(null).required('ASSET_PROOF'),
  of(null).required('BILL_SNAPSHOT'),
  of('UNEMPLOYMENT').required('UNEMPLOYMENT_CERT | RESIGNATION_CERT | PAYSLIP'),
  of('UNEMPLOYMENT').helpful('BANK_STATEMENT', 6),
  of('INCOME_REDUCTION').required('INCOME_PROOF', 6),
  of('INCOME_REDUCTION').helpful('PAYSLIP', 6),
  of('ILLNESS').required('MEDICAL_DIAGNOSIS'),
  of('ILLNESS').helpful('MEDICAL_BILL'),
  of('ILLNESS').helpful('SICK_LEAVE'),
  of('INJURY_DISABILITY').required('MEDICAL_DIAGNOSIS | DISABILITY_CERT'),
  of('INJURY_DISABILITY').helpful('MEDICAL_BILL'),
  of('FAMILY_ILLNESS_DEATH').required('MEDICAL_DIAGNOSIS | DEATH_CERT'),
  of('FAMILY_ILLNESS_DEATH').helpful('KINSHIP_PROOF'),
  of('SEPARATION').required('DIVORCE_CERT | SEPARATION_RULING'),
  of('BUSINESS_FAILURE').required('BUSINESS_CLOSURE | BUSINESS_LEDGER'),
  of('DISASTER_ACCIDENT').required('OFFICIAL_CERT | INSURANCE_CLAIM'),
  of('OVER_INDEBTED').required('OTHER_LOAN_CONTRACT | BANK_STATEMENT'),
  of('LOW_INCOME_LONG').required('INCOME_PROOF | LOW_INCOME_CERT'),
  of('OTHER').required('OTHER'),
]
