import { describe, expect, test } from 'vitest'
import { decidedOffice as office, seen } from './simulated-view'
import type { Version } from './version'

const finding = (versions: Version[], column: string, limit = 5) =>
  seen(versions, limit).findings.find((one) => one.column === column)

const plain = office([
  { values: { 'F-14': true }, approved: 80, refused: 20 },
  { values: { 'F-14': false }, approved: 50, refused: 50 },
])

describe('what the page says of a factor', () => {
  test('SF-05 an odds ratio is the one of the four counts, with its interval', () => {
    // By hand: 80·50 / (20·50) = 4; exp(ln 4 ± 1.959964·√(1/80+1/20+1/50+1/50)) = 2.1357 to 7.4916.
    const crude = finding(plain, 'F-14')?.contrasts[0]?.crude
    expect(crude?.estimate).toBeCloseTo(4, 10)
    expect(crude?.interval?.map((limit) => limit.toFixed(4))).toEqual(['2.1357', '7.4916'])
  })

  test('the difference of the rates stands beside it in points, rounded for others than the team', () => {
    // Newcombe 1998, method 10, from Wilson’s limits of 80 of 100 and 50 of 100.
    const difference = finding(plain, 'F-14')?.contrasts[0]?.difference
    expect(difference?.estimate).toBeCloseTo(0.3, 12)
    expect(difference?.interval.map((limit) => limit.toFixed(4))).toEqual(['0.1691', '0.4170'])
    expect(finding(plain, 'F-14', 10)?.contrasts[0]?.difference).toEqual({ estimate: 0.3, interval: [0.169, 0.417] })
  })

  test('a clear difference is said of its level against its reference', () => {
    expect(finding(plain, 'F-14')).toMatchObject({ verdict: 'more', level: 'yes', reference: 'no' })
  })

  test('the same share on both sides is no headline', () => {
    const even = office([
      { values: { 'F-14': true }, approved: 40, refused: 20 },
      { values: { 'F-14': false }, approved: 40, refused: 20 },
    ])
    expect(finding(even, 'F-14')).toMatchObject({ verdict: 'cannot_tell', level: null })
  })

  test('fewer than thirty decided carry no odds ratio', () => {
    const few = office([
      { values: { 'F-14': true }, approved: 10, refused: 3 },
      { values: { 'F-14': false }, approved: 5, refused: 8 },
    ])
    const contrasts = finding(few, 'F-14', 1)?.contrasts
    expect(contrasts?.map(({ crude, stratified, adjusted }) => [crude, stratified, adjusted])).toEqual([[null, null, null]])
    expect(finding(few, 'F-14')?.verdict).toBe('too_few')
  })

  test('where creditors disagree the single odds ratio is withheld and each stratum speaks for itself', () => {
    const opposed = office([
      { stratum: '甲', values: { 'F-14': true }, approved: 60, refused: 20 },
      { stratum: '甲', values: { 'F-14': false }, approved: 20, refused: 60 },
      { stratum: '乙', values: { 'F-14': true }, approved: 20, refused: 60 },
      { stratum: '乙', values: { 'F-14': false }, approved: 55, refused: 25 },
    ])
    const [contrast] = finding(opposed, 'F-14')?.contrasts ?? []
    expect(contrast).toMatchObject({ withheld: true, difference: null, crude: null, stratified: null, adjusted: null })
    expect(contrast?.strata.map(({ ratio }) => ratio.estimate.toFixed(2)).sort()).toEqual(['0.15', '9.00'])
    expect(finding(opposed, 'F-14', 10)?.contrasts[0]?.strata).toEqual([])
  })
})

describe('hidden groups', () => {
  const mixed = office([
    { values: { 'F-05': 'ILLNESS' }, approved: 80, refused: 20 },
    { values: { 'F-05': 'JOB_LOSS' }, approved: 40, refused: 60 },
    { values: { 'F-05': 'DIVORCE' }, approved: 8, refused: 9 },
    { values: { 'F-05': 'DISASTER_ACCIDENT' }, approved: 25, refused: 3 },
  ])

  test('carry no odds ratio, no verdict and no warning, and a second one goes with a lone one', () => {
    const view = seen(mixed, 5)
    const hidden = view.factors.find(({ column }) => column === 'F-05')?.levels.filter((level) => 'hidden' in level)
    expect(hidden?.map(({ level }) => level).sort()).toEqual(['DISASTER_ACCIDENT', 'DIVORCE'])
    const told = view.findings.find(({ column }) => column === 'F-05')?.contrasts.map(({ level }) => level.level)
    expect(told).toEqual(['JOB_LOSS'])
    expect(JSON.stringify(view.warnings)).not.toMatch(/DISASTER_ACCIDENT/)
  })

  test('two groups of which one is small leave nothing to say, though the statistics would', () => {
    const small = office([
      { values: { 'F-14': true }, approved: 92, refused: 8 },
      { values: { 'F-14': false }, approved: 40, refused: 60 },
    ])
    expect(finding(small, 'F-14')?.verdict).toBe('more')
    expect(finding(small, 'F-14', 10)).toEqual({
      column: 'F-14',
      verdict: 'too_few',
      level: null,
      reference: null,
      q: null,
      contrasts: [],
    })
  })

  test('nothing is compared with a hidden reference', () => {
    const leaning = office([
      { values: { 'F-05': 'ILLNESS' }, approved: 92, refused: 8 },
      { values: { 'F-05': 'JOB_LOSS' }, approved: 30, refused: 30 },
      { values: { 'F-05': 'DIVORCE' }, approved: 12, refused: 12 },
    ])
    expect(finding(leaning, 'F-05', 5)?.contrasts.map(({ reference }) => reference)).toEqual(['ILLNESS', 'ILLNESS'])
    expect(finding(leaning, 'F-05', 10)?.contrasts).toEqual([])
  })

  test('a few cases without the fact are a small group as well', () => {
    const gap = [...plain, ...office([{ values: {}, approved: 2, refused: 1 }])]
    expect(seen(gap).factors.find(({ column }) => column === 'F-14')?.missing).toEqual({ level: '', hidden: true })
  })
})

test('who was not answered in sixty days is no refusal, and is counted either way in the bounds', () => {
  const silent = plain.slice(0, 20).map((version, k) => ({
    ...version,
    ...{ id: `silent-${k}`, client_id: `nobody-${k}`, approval: 'no_response' as const },
  }))
  const { rate, bounds } = seen([...plain, ...silent])
  const [n, events] = [rate?.n ?? 0, rate?.events ?? 0]
  expect(n).toBe(plain.length)
  expect(bounds).toEqual([events / (n + 20), (events + 20) / (n + 20)])
})

describe('outside the team', () => {
  const lopsided = office([
    { values: { 'F-14': true }, approved: 30, refused: 4 },
    { values: { 'F-14': false }, approved: 30, refused: 4 },
  ])
  test('few refusals in all are not told, nor the rate that would tell them', () => {
    expect(seen(lopsided, 10)).toMatchObject({ rate: null, bounds: null })
    expect(seen(lopsided, 5).rate).toMatchObject({ n: 68, events: 60 })
  })

  test('a few unanswered are not told by the bounds of the rate', () => {
    const open = (approval: Version['approval'], many: number) =>
      plain.slice(0, many).map((version, n) => ({ ...version, id: `${approval}-${n}`, client_id: `${approval}-${n}`, approval }))
    const waiting = [...plain, ...open('pending', 40), ...open('countered', 20), ...open('withdrawn', 12)]
    expect(seen([...waiting, ...open('no_response', 15)], 10).bounds).not.toBeNull()
    expect(seen([...waiting, ...open('no_response', 3)], 10)).toMatchObject({ rate: { n: 200 }, bounds: null })
  })
})

describe('figures', () => {
  test('the middle change of the monthly payment is that of the approved, even or odd', () => {
    const [first, second, ...rest] = plain
    if (first === undefined || second === undefined) throw new Error('no versions')
    expect(seen([first, second, ...rest]).figures.change).toEqual({ n: 130, median: '-1000.00' })
    const few = office([{ values: {}, approved: 6, refused: 0 }]).map((version, n) => ({ ...version, change: `${n * 10}.00` }))
    // 0 10 20 30 40 50: between 20 and 30.
    expect(seen(few).figures.change?.median).toBe('25.00')
    expect(seen(few.slice(0, 5)).figures.change?.median).toBe('20.00')
    expect(seen(few.slice(0, 4)).figures.change).toBeNull()
  })

  test('kept plans are counted only where six months are over and enough of them', () => {
    const kept = plain.map((version, n) => ({ ...version, kept: n < 40 ? n < 30 : null }))
    expect(seen(kept).figures.kept).toMatchObject({ n: 40, events: 30, estimate: 0.75 })
    expect(seen(plain).figures.kept).toBeNull()
  })
})
