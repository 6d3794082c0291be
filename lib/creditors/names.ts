import type { Locale } from '@/db/vocabulary'

/**
 * English names of what an office starts with (`startingDirectory`). 重庆蚂蚁消费金融有限公司 as news agencies name it (Reuters,
 * 2021-06-03), 借呗 and 信用贷 as Yicai Global does (2021-11-09); the others say what they stand for.
 */
const english = new Map(
  Object.entries({
    重庆蚂蚁消费金融有限公司: 'Chongqing Ant Consumer Finance Co., Ltd.',
    蚂蚁消金: 'Ant Consumer Finance',
    '合作银行（以借款合同为准）': 'Partner bank (as the loan contract names it)',
    合作银行: 'Partner bank',
    '发卡银行（以卡片和账单为准）': 'Card issuer (as the card and the bill name it)',
    发卡银行: 'Card issuer',
    借呗: 'Jiebei',
    信用贷: 'Xinyongdai credit',
    信用卡: 'Credit card',
  }),
)

/** A creditor's or product's name for a reader; what an office wrote itself stays as it was written. */
export const nameIn = (locale: Locale, name: string): string => (locale === 'en' ? (english.get(name) ?? name) : name)
