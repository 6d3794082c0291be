import { expect, test } from 'vitest'
import { decidedOffice, seen } from './simulated-view'

const officeOf = (approved: number, refused: number) =>
  decidedOffice([
    { values: { 'F-14': true, 'F-12': '0.40' }, approved, refused },
    { values: { 'F-14': true, 'F-12': '0.70' }, approved: 55, refused: 30 },
    { values: { 'F-14': false, 'F-12': '0.70' }, approved: 25, refused: 55 },
    { values: { 'F-14': false, 'F-12': '1.00' }, approved: 45, refused: 40 },
  ])
const qualityIn = (versions: ReturnType<typeof officeOf>, limit = 5) => seen(versions, limit).method?.quality ?? null

test('inside the team the model is told with the interval of its area, its intercept and the tenths of its predictions', () => {
  const quality = qualityIn(officeOf(60, 25))
  const [low = 1, high = 0] = quality?.aucInterval ?? []
  expect(low < (quality?.auc ?? 0) && (quality?.auc ?? 1) < high).toBe(true)
  expect(Math.abs(quality?.intercept ?? 1)).toBeLessThan(0.5)
  expect(quality?.deciles.reduce((sum, decile) => sum + (decile?.n ?? 0), 0)).toBe(335)
})

test('a tenth with a few refused is not told, and outside the team none of them', () => {
  const few = qualityIn(officeOf(95, 2))
  expect(few?.deciles.filter((decile) => decile === null).length).toBeGreaterThan(1)
  expect(qualityIn(officeOf(60, 25), 10)).toBeNull()
})
