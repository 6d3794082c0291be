import type { SensitiveClass } from '@/db/vocabulary'

export type EvidenceTypeSeed = { code: string; nameZh: string; nameEn: string; sensitive: SensitiveClass }

const type = (code: string, nameZh: string, nameEn: string, sensitive: SensitiveClass = 'NONE'): EvidenceTypeSeed => ({
  code,
  nameZh,
  nameEn,
  sensitive,
})

/**
 * Kinds of evidence an office starts with; it adds its own without a deploy (SE-09). Health, accounts and identity papers
 * are sensitive personal information and take a separate consent [PIPL 28, 29].
 */
export const startingEvidenceTypes: readonly EvidenceTypeSeed[] = [
  type('ID_CARD', '身份证件', 'Identity document', 'IDENTITY'),
  type('AUTHORITY_LETTER', '授权委托书', 'Authority letter'),
  type('BILL_SNAPSHOT', '账单快照', 'Bill snapshot', 'FINANCIAL'),
  type('INCOME_PROOF', '收入证明', 'Proof of income'),
  type('ASSET_PROOF', '资产证明', 'Proof of assets', 'FINANCIAL'),
  type('EXPENSE_DETAIL', '家庭支出明细', 'Household spending detail'),
  type('PAYSLIP', '工资单', 'Payslip'),
  type('UNEMPLOYMENT_CERT', '失业证明', 'Unemployment certificate'),
  type('RESIGNATION_CERT', '离职证明', 'Proof of leaving a job'),
  type('OTHER_LOAN_CONTRACT', '其他贷款合同', 'Other loan contract'),
  type('BANK_STATEMENT', '银行流水', 'Bank statement', 'FINANCIAL'),
  type('MEDICAL_DIAGNOSIS', '医疗诊断报告', 'Medical diagnosis', 'MEDICAL'),
  type('MEDICAL_BILL', '医疗费用单据', 'Medical bill', 'MEDICAL'),
  type('SICK_LEAVE', '病假证明', 'Sick note', 'MEDICAL'),
  type('DISABILITY_CERT', '残疾证', 'Disability certificate', 'MEDICAL'),
  type('DEATH_CERT', '死亡证明', 'Death certificate', 'IDENTITY'),
  type('KINSHIP_PROOF', '亲属关系证明', 'Proof of kinship', 'IDENTITY'),
  type('DIVORCE_CERT', '离婚证', 'Divorce certificate', 'IDENTITY'),
  type('SEPARATION_RULING', '离婚判决或协议', 'Divorce ruling or agreement', 'IDENTITY'),
  type('BUSINESS_CLOSURE', '注销或停业材料', 'Proof of closing a business'),
  type('BUSINESS_LEDGER', '经营流水', 'Business account statement', 'FINANCIAL'),
  type('OFFICIAL_CERT', '官方证明', 'Official certificate'),
  type('INSURANCE_CLAIM', '保险报案材料', 'Insurance claim'),
  type('LOW_INCOME_CERT', '低保证明', 'Minimum-income certificate'),
  type('CREDIT_REPORT', '征信报告', 'Credit report', 'FINANCIAL'),
  type('COMM_CHAT', '聊天记录', 'Chat record'),
  type('COMM_EMAIL', '往来邮件', 'E-mail'),
  type('LENDER_PLAN', '还款计划书', 'Repayment plan letter'),
  type('SIGNED_RECEIPT', '签字回执', 'Signed receipt'),
  type('WRITTEN_CONFIRMATION', '书面确认', 'Written confirmation'),
  type('PAYMENT_PROOF', '还款凭证', 'Proof of payment'),
  type('OTHER', '其他材料', 'Other document'),
]
