import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formulas } from '../formulas'
import { sourceOf } from './source'

const names = [...new Set<string>(formulas.flatMap(({ code }) => [...code]))]

describe('the code of a formula', () => {
  test.each(names)('%s is the file that runs, line by line', async (name) => {
    const source = await sourceOf(name)
    expect(source?.file).toBe(`lib/statistics/${name}.ts`)
    expect(source?.lines.map(({ text }) => text).join('\n')).toBe(readFileSync(`lib/statistics/${name}.ts`, 'utf8').trimEnd())
    expect(source?.lines.map(({ number }) => number)).toEqual(source?.lines.map((_, index) => index + 1))
  })

  test.each([
    ...['..', '../../package', '../platform/env', '%2e%2e%2fpackage', 'proportions.ts', 'proportions/', './proportions'],
    ...['', '/etc/passwd', 'reference', 'sample', 'proportions.test', '__proto__', 'constructor', 'toString', 'PROPORTIONS'],
  ])('nothing is behind “%s”', async (name) => {
    expect(await sourceOf(name)).toBeUndefined()
  })
})

test('every formula names its notation, a paper and the code that computes it', () => {
  for (const { notation, papers, code } of formulas) {
    expect(notation.length).toBeGreaterThan(5)
    expect(papers.length).toBeGreaterThan(0)
    expect(code.filter((name) => !existsSync(`lib/statistics/${name}.ts`))).toEqual([])
  }
})

test('what the page shows of a difference, a bend, a standardised rate and the model has its formula', () => {
  const computedBy = new Map<string, readonly string[]>(formulas.map(({ key, code }) => [key, code]))
  const wanted = {
    ...{ difference: ['proportions'], bend: ['bend', 'steps'], standardised: ['standardised'] },
    ...{ area: ['discrimination'], brier: ['calibration'], calibration: ['calibration'] },
  }
  for (const [key, code] of Object.entries(wanted)) expect(computedBy.get(key), key).toEqual(code)
})

test('links to papers are the DOI of a journal', () => {
  const dois = formulas.flatMap(({ papers }) => papers.flatMap((paper) => ('doi' in paper ? [paper.doi] : [])))
  expect(dois.length).toBeGreaterThan(8)
  expect(dois.filter((doi) => !/^10\.\d{4}(\/[\w.():;%-]+)+$/.test(doi))).toEqual([])
})
