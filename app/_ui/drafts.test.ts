import { beforeEach, expect, test, vi } from 'vitest'
import { draftSeen, keepDraft } from './drafts'

/** What one tab keeps. */
beforeEach(() => {
  const kept: Record<string, string> = {}
  const hidden = { enumerable: false }
  Object.defineProperties(kept, {
    getItem: { ...hidden, value: (key: string) => kept[key] ?? null },
    setItem: { ...hidden, value: (key: string, text: string) => Object.assign(kept, { [key]: text }) },
    removeItem: { ...hidden, value: (key: string) => delete kept[key] },
  })
  vi.stubGlobal('sessionStorage', kept)
})

const typed = { body: '到期日为 {{ due_date }}' }

test('what was typed comes back over the wording it was typed on', () => {
  keepDraft('template.REMINDER.en.1.0', typed)
  expect(draftSeen('template.REMINDER.en', '1.0')).toEqual(typed)
  expect(draftSeen('template.REMINDER.en', '1.0')).toEqual(typed)
})

test('it does not come back over one that was published, saved or dropped since, nor ever after', () => {
  keepDraft('template.REMINDER.en.1.0', typed)
  keepDraft('template.REMINDER.zh-CN.1.0', typed)
  expect(draftSeen('template.REMINDER.en', '2.0')).toBeUndefined()
  expect(draftSeen('template.REMINDER.en', '1.0')).toBeUndefined()
  expect(draftSeen('template.REMINDER.zh-CN', '1.0')).toEqual(typed)
})
