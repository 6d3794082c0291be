import { expect, test } from 'vitest'
import type { GuardName } from '@/lib/cases/guards'
import { answeredBy, askFor, toLetPass } from './asking'

const forms = new Set<GuardName>(['triage', 'limitation', 'fallbackReason', 'whatChanged', 'reason', 'closing'])
const ask = (missing: GuardName[], answered: GuardName[] = []) => askFor(missing, forms, answered)

test('what fits into small forms is asked for at once, and then the move goes through', () => {
  expect(ask(['triage'])).toEqual({ here: ['triage'], later: [], elsewhere: [], isEnough: true })
  expect(ask(['limitation'])).toMatchObject({ here: ['limitation'], isEnough: true })
  expect(ask(['closing'])).toMatchObject({ here: ['closing'], isEnough: true })
})

test('an assessment is recorded by itself, so it is asked for beside what is supplied elsewhere', () => {
  expect(ask(['identity', 'debt', 'triage'])).toEqual({
    ...{ here: ['triage'], later: [], elsewhere: ['identity', 'debt'], isEnough: false },
  })
})

test('while something is supplied elsewhere nothing is asked for that only the move could record', () => {
  expect(ask(['fallbackReason', 'agreementEnded'])).toMatchObject({ here: [], later: ['fallbackReason'] })
  expect(ask(['statement', 'whatChanged'])).toMatchObject({ here: [], later: ['whatChanged'] })
  expect(ask(['consent', 'reason'])).toMatchObject({ here: [], later: ['reason'], isEnough: false })
})

test('the limitation question is answered in the draft, where the draft is not complete either', () => {
  expect(ask(['version', 'limitation'])).toMatchObject({ here: [], elsewhere: ['version', 'limitation'] })
})

test('what was answered already stays, also where something else turns out to be missing', () => {
  expect(ask(['statement'], ['whatChanged'])).toMatchObject({ here: ['whatChanged'], elsewhere: ['statement'], isEnough: false })
})

test('an outcome that does not fit can be changed here or borne out elsewhere', () => {
  expect(ask(['outcomeFits'], ['closing'])).toEqual({
    ...{ here: ['closing'], later: [], elsewhere: ['outcomeFits'], isEnough: true },
  })
})

test('the words of a move answer what it asks for', () => {
  expect(answeredBy({ from: 'FALLBACK', to: 'DRAFTING' }, { reason: '换了工作' })).toEqual(['whatChanged'])
  expect(answeredBy({ from: 'DRAFTING', to: 'CLIENT_REVIEW' }, { limitation: 'RUNNING' })).toEqual(['limitation'])
  expect(answeredBy({ from: 'EVIDENCE', to: 'CLOSED' }, { closing: {} })).toEqual(['closing'])
  expect(answeredBy({ from: 'EVIDENCE', to: 'DRAFTING' }, {})).toEqual([])
})

test('a supervisor lets facts pass, and writes the words of the move', () => {
  expect(toLetPass(['statement', 'limitation', 'whatChanged', 'closing'])).toEqual(['statement', 'limitation'])
})
