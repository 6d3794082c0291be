import { describe, expect, test } from 'vitest'
import { fieldOf, formValues, plainName, rowsOf, tickedIn, typedTexts } from './form-values'

const form = (...fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('a form’s fields as values', () => {
  test('what is empty is left out, unless the field may be emptied or cleared', () => {
    const data = form(['phone', ''], ['employment:blank', ''], ['dependants:null', ''], ['name', '王'])
    expect(formValues(data)).toEqual({ employment: '', dependants: null, name: '王' })
  })
  test('a tick box that is not ticked says no', () => {
    expect(formValues(form(['hideAddress:yes', 'no']))).toEqual({ hideAddress: false })
    expect(formValues(form(['hideAddress:yes', 'no'], ['hideAddress:yes', 'yes']))).toEqual({ hideAddress: true })
  })
  test('a whole number is one, and anything else is left for the command to refuse', () => {
    expect(formValues(form(['periods:int', ' 6'], ['version:int', '2.5']))).toEqual({ periods: 6, version: '2.5' })
  })
  test('several values of one name make a list', () => {
    expect(formValues(form(['roles:list', 'ADMIN'], ['roles:list', 'SUPERVISOR']))).toEqual({ roles: ['ADMIN', 'SUPERVISOR'] })
  })
  test('dotted names nest, and rows keep their order', () => {
    const { lines } = formValues(form(['lines.10.amount', '3'], ['lines.2.amount', '1'], ['lines.2.kind', 'income']))
    expect(rowsOf(lines)).toEqual([{ amount: '1', kind: 'income' }, { amount: '3' }])
  })
  test('the form’s own fields are nobody’s values', () => {
    expect(formValues(form(['_key', 'x'], ['$ACTION_ID', 'y']))).toEqual({})
  })
  test('labels and errors go by the name without its suffix', () => {
    expect(plainName('dependants:int')).toBe('dependants')
  })
  test('what was typed is kept by name', () => {
    expect(typedTexts(form(['name', '王'], ['version:int', '3']))).toEqual({ name: '王', 'version:int': '3' })
  })
  test('of a list every tick is kept, and of a tick box what it says', () => {
    const typed = typedTexts(form(['reasons:list', 'POLICY'], ['reasons:list', 'OTHER'], ['sure:yes', 'no'], ['sure:yes', 'yes']))
    expect(typed).toEqual({ 'reasons:list': 'POLICY OTHER', 'sure:yes': 'yes' })
    expect(tickedIn(typed['reasons:list'])).toEqual(['POLICY', 'OTHER'])
    expect(tickedIn(undefined)).toBeUndefined()
  })
  test('a fault is found in the row it was typed in, though empty rows before it are left out', () => {
    const fields = formValues(form(['lines.0.kind', 'fixed'], ['lines.4.amount', 'x'], ['asOf', '']))
    const values = { lines: rowsOf(fields['lines']).slice(1) }
    expect(fieldOf(['lines', 0, 'amount'], values, fields)).toBe('lines.4.amount')
    expect(fieldOf(['asOf'], values, fields)).toBe('asOf')
  })
})
