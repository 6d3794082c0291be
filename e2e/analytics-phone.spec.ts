import { expect, test } from './fixtures'

const viewport = { width: 390, height: 844 }

test('on a phone the names of factors stand in two lines at most, and a bound is not torn from its number', async ({ as }) => {
  const page = await as('supervisor', { viewport })
  await page.goto('/analytics')
  const factors = page.locator('main th[scope=rowgroup]')
  await expect(factors.first()).toBeVisible()
  const lines = await factors.evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }),
  )
  expect(Math.max(...lines)).toBeLessThanOrEqual(2)
  const torn = await page.locator('main tbody td').evaluateAll((all) => {
    const texts = all.flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      return Array.from({ length: 4 }, () => walker.nextNode()).filter((node) => node !== null)
    })
    return texts.filter((node) => {
      const start = node.textContent?.indexOf('（不含）') ?? -1
      if (start < 0) return false
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + 4)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
    }).length
  })
  expect(torn).toBe(0)
})
