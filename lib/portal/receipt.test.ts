import { expect, test } from 'vitest'
import { receiptOf } from './receipt'

const confirmed = {
  ...{ caseNo: 'XS-0001', client: '李小明', organisation: '阳光债务咨询', document: '还款安排申请', version: 2 },
  ...{ hash: '3f9a2c71'.repeat(8), at: '2026-11-21T06:32:10.000Z', method: 'PHONE' as const, device: '' },
}
const rowsOf = (...[receipt, language]: [typeof confirmed | object, 'zh-CN' | 'en']) =>
  receiptOf({ ...confirmed, ...receipt }, language, 'Asia/Shanghai').blocks.flatMap((block) =>
    block.kind === 'facts' ? block.rows.map(([label, value]) => `${label} ${value}`) : [],
  )

test('a receipt tells the time on the organisation’s clock, and how, in the reader’s language', () => {
  expect(rowsOf({}, 'zh-CN')).toEqual(
    expect.arrayContaining(['确认时间 2026-11-21 14:32 中国标准时间', '确认方式 电话确认，由服务机构登记', '版本 第2版']),
  )
  expect(rowsOf({}, 'en')).toEqual(
    expect.arrayContaining(['Confirmed at 2026-11-21 14:32 China Standard Time', 'Reference XS-0001 · version 2 · 3f9a2c71']),
  )
})

test('what is not known is not said: no version of a lender’s paper, no way where none is recorded', () => {
  const rows = rowsOf({ version: null, method: null }, 'zh-CN')
  expect(rows).toContain('回执编号 XS-0001 · 3f9a2c71')
  expect(rows.filter((row) => /版本|方式|设备|null/.test(row))).toEqual([])
})

test('with what it was confirmed is told by the name its reader knows', () => {
  const device = 'WeChat · iPhone'
  expect(rowsOf({ device }, 'zh-CN')).toContain('所用设备 微信 · iPhone')
  expect(rowsOf({ device }, 'en')).toContain('Device WeChat · iPhone')
})
