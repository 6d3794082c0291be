import type { ContactChannel, ProductType } from '@/db/vocabulary'

type Sourced = { source: string; asOf: string }

/** A creditor as an office starts with it. Every fact carries where it comes from and the day it was looked up. */
export type DirectoryEntry = Sourced & {
  legalName: string
  shortName: string
  regulatorClass: 'CONSUMER_FINANCE' | 'BANK'
  products: (Sourced & {
    brand: string
    type: ProductType
    maxLimit: string | null
    minTermDays: number | null
    maxTermMonths: number | null
  })[]
  contacts: { channel: ContactChannel; value: string; note: string; source: string; verifiedOn: string }[]
}

const lookedUp = '2026-11-20'

/**
 * The creditors a new office knows. 借呗 is the brand of one lender only: loans of banks on the same screen are shown as
 * 信用贷 since November 2021, and a card is no loan. Limits and terms are those of older public descriptions and only
 * ever warn.
 */
export const startingDirectory: readonly DirectoryEntry[] = [
  {
    legalName: '重庆蚂蚁消费金融有限公司',
    shortName: '蚂蚁消金',
    regulatorClass: 'CONSUMER_FINANCE',
    source: '借呗品牌自 2021 年 11 月起仅指该公司发放的贷款（公开报道，两处一致）',
    asOf: lookedUp,
    products: [
      {
        brand: '借呗',
        type: 'CONSUMER_LOAN',
        maxLimit: '300000.00',
        minTermDays: 7,
        maxTermMonths: 12,
        source: '早期公开介绍：额度最高 30 万元，期限 7 天至 12 个月；现行上限以合同和监管规定为准',
        asOf: lookedUp,
      },
    ],
    contacts: [
      { channel: 'PHONE', value: '95188', note: '人工服务', source: '公开客服热线，使用前请核实', verifiedOn: lookedUp },
      {
        channel: 'APP_CHAT',
        value: '支付宝 · 我的 · 客服',
        note: '在线客服',
        source: '应用内帮助中心，使用前请核实',
        verifiedOn: lookedUp,
      },
    ],
  },
  {
    legalName: '合作银行（以借款合同为准）',
    shortName: '合作银行',
    regulatorClass: 'BANK',
    source: '同一页面上由银行出资的贷款，合同贷款人是银行',
    asOf: lookedUp,
    products: [
      {
        brand: '信用贷',
        type: 'BANK_LOAN',
        maxLimit: null,
        minTermDays: null,
        maxTermMonths: null,
        source: '银行出资的贷款自 2021 年 11 月起以“信用贷”展示（公开报道，两处一致）',
        asOf: lookedUp,
      },
    ],
    contacts: [],
  },
  {
    legalName: '发卡银行（以卡片和账单为准）',
    shortName: '发卡银行',
    regulatorClass: 'BANK',
    source: '信用卡的债权方是发卡银行',
    asOf: lookedUp,
    products: [
      {
        brand: '信用卡',
        type: 'CREDIT_CARD',
        maxLimit: null,
        minTermDays: null,
        maxTermMonths: null,
        source: '《商业银行信用卡业务监督管理办法》第七十条的个性化分期只适用于信用卡',
        asOf: lookedUp,
      },
    ],
    contacts: [],
  },
]
