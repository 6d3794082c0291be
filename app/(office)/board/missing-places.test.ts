import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accept, onDraft, onSent, start } from '@/app/(office)/cases/[caseId]/proposals/version-places'
import { type GuardName, guards } from '@/lib/cases/guards'
import { placesOf } from './missing-places'

const caseAt = 'app/(office)/cases/[caseId]'
const version = `${caseAt}/proposals/[versionId]`

/** Which file draws the place that an address ends in. */
const drawnBy: Record<string, string> = {
  '/clients/c#consents': 'app/(office)/clients/[clientId]/consents.tsx',
  '/clients/c#identity': 'app/(office)/clients/[clientId]/profile-form.tsx',
  '/clients/c#authorisation': 'app/(office)/clients/[clientId]/authorisations.tsx',
  '/cases/k#triage': `${caseAt}/page.tsx`,
  '/cases/k#move': `${caseAt}/_frame/stage-steps.tsx`,
  '/cases/k/evidence#hardship': 'app/_parts/client-file/hardships.tsx',
  '/cases/k/evidence#requests': `${caseAt}/evidence/requests.tsx`,
  '/cases/k/money#debts': `${caseAt}/money/page.tsx`,
  '/cases/k/money#statement': 'app/_parts/client-file/statements.tsx',
  '/cases/k/agreement#confirmation': `${caseAt}/agreement/starting.tsx`,
  '/cases/k/agreement#receipt': `${caseAt}/agreement/starting.tsx`,
  '/cases/k/agreement#end': `${caseAt}/agreement/ending.tsx`,
  '#plan': `${version}/builder.tsx`,
  '#limitation': `${version}/words.tsx`,
  '#withdraw': `${version}/sent-view.tsx`,
  '/check#supervisor': `${version}/check/statements.tsx`,
  '/check#approval': `${version}/check/approval.tsx`,
  '/check#truth': `${version}/check/statements.tsx`,
  '/check#send': `${version}/check/send-form.tsx`,
  '/decision#answer': `${version}/decision/page.tsx`,
  [accept]: `${version}/decision/page.tsx`,
  [start]: `${caseAt}/proposals/new-version.tsx`,
}

const names = Object.keys(guards).filter((name): name is GuardName => name in guards)
const endOf = (name: GuardName) => {
  const place = placesOf[name]('k', 'c')
  return place === `/cases/k/proposals?for=${name}` ? (onDraft[name] ?? onSent[name] ?? place) : place
}

test.each(names)('what supplies “%s” has a place of its own on its page', (name) => {
  expect(Object.keys(drawnBy)).toContain(endOf(name))
})

test.each(Object.entries(drawnBy))('%s is there', (place, file) => {
  expect(readFileSync(file, 'utf8')).toContain(`id="${place.split('#')[1]}"`)
})
