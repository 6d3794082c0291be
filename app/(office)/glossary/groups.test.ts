import { expect, test } from 'vitest'
import { glossary } from '@/lib/i18n/messages/glossary'
import { groupNames, termGroups } from './groups'

test('every term stands on the page of terms, once, under a heading of both languages', () => {
  const shown = groupNames.flatMap((group) => [...termGroups[group]])
  expect(shown.toSorted()).toEqual(Object.keys(glossary.zh.terms).toSorted())
  for (const { group } of Object.values(glossary)) expect(Object.keys(group).toSorted()).toEqual([...groupNames].toSorted())
})
