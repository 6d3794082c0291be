import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { documents } from '@/lib/i18n/messages/documents'
import { ToConfirm } from './to-confirm'

vi.mock('next-intl/server', () => ({
  getTranslations: async () => createTranslator({ locale: 'zh-CN', messages: documents.zh }),
}))

const paper = (number: number, standing: 'confirmed' | 'waiting' | 'resting' | 'over') => ({ id: `${number}`, number, standing })
const said = async (...papers: ReturnType<typeof paper>[]) =>
  renderToStaticMarkup(await ToConfirm({ papers }))
    .replace(/<[^>]+>/g, '|')
    .split('|')
    .filter((part) => part !== '')
const name = (number: number) => `家庭支出明细（第 ${number} 版收支表）`

test('where nothing waits it says so, and names what is confirmed or over as earlier', async () => {
  expect(await said(paper(2, 'over'), paper(1, 'confirmed'))).toEqual([
    ...['请您确认的材料', '现在没有要确认的材料。', '以前的收支材料'],
    ...[name(2), ' · 不用确认了', name(1), ' · 已确认'],
  ])
  expect(await said()).toEqual(['请您确认的材料', '现在没有要确认的材料。'])
})

test('what waits stands first, whatever came after it', async () => {
  expect(await said(paper(3, 'over'), paper(2, 'waiting'))).toEqual([
    ...['请您确认的材料', name(2), ' · 等您确认', '以前的收支材料', name(3), ' · 不用确认了'],
  ])
})

test('what was to be confirmed stays to be read while the work stands still, and asks for nothing', async () => {
  expect(await said(paper(1, 'resting'))).toEqual([
    ...['请您确认的材料', '现在没有要确认的材料。', '以前的收支材料'],
    ...[name(1), ' · 先不用确认'],
  ])
})
