import { describe, expect, test } from 'vitest'
import { checklistOf, clientIdOf } from './form-fields'

const id = '3b7e0a52-8f6e-4c5a-9d7b-1f2e3d4c5b6a'

describe('forms of the settings', () => {
  test('a client is named by pasting the address of their page', () => {
    expect(clientIdOf({ name: '张', clientId: `https://office.example/clients/${id}#cases` })).toEqual({
      name: '张',
      clientId: id,
    })
    expect(clientIdOf({ clientId: id })).toEqual({ clientId: id })
  })
  test('what names no client is left for the command to refuse, and nobody is nobody', () => {
    expect(clientIdOf({ clientId: '张三' })).toEqual({ clientId: '张三' })
    expect(clientIdOf({ name: '李' })).toEqual({ name: '李' })
  })
  test('SE-09 a new kind of evidence can stand on no checklist, on every one, or on that of one hardship', () => {
    const rest = { code: 'RENT' }
    expect(checklistOf({ ...rest, checklist: { required: false } })).toEqual(rest)
    expect(checklistOf({ ...rest, checklist: { hardship: 'EVERY', required: true } })).toEqual({
      ...rest,
      checklist: { hardship: null, required: true },
    })
    expect(checklistOf({ ...rest, checklist: { hardship: 'ILLNESS', required: false, months: 6 } })).toEqual({
      ...rest,
      checklist: { hardship: 'ILLNESS', required: false, months: 6 },
    })
  })
})
