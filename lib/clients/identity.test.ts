import { describe, expect, test } from 'vitest'
import { masked, phoneTail, readBankAccount, readIdNumber, readName, readPhone } from './identity'

describe('names', () => {
  test('every way of writing the middle dot becomes one', () => {
    const written = ['古丽米热·艾比布力', '古丽米热•艾比布力', '古丽米热・艾比布力', '古丽米热 · 艾比布力', '古丽米热．艾比布力']
    expect(written.map(readName)).toEqual(Array(5).fill('古丽米热·艾比布力'))
  })
  test('rare characters stay exactly as written', () => {
    expect(readName('欧阳䮌')).toBe('欧阳䮌')
    expect(readName('𠮷田')).toBe('𠮷田')
    // A compatibility ideograph that NFKC would turn into 塚.
    expect(readName('大\u{fa10}')).toBe('大\u{fa10}')
  })
  test('full-width letters are folded', () => {
    expect(readName('Ｗａｎｇ Ｘｉａｏ')).toBe('Wang Xiao')
  })
  test('a name has one to fifty characters, however they are stored', () => {
    expect(readName('𠮷'.repeat(50))).toHaveLength(100)
    expect(readName('𠮷'.repeat(51))).toBeUndefined()
    expect(readName(' \u200b ')).toBeUndefined()
  })
})

describe('phone numbers', () => {
  test('a mobile is kept as eleven digits however it is typed', () => {
    expect(['138 1234 5678', '+86 138-1234-5678', '８６１３８１２３４５６７８'].map(readPhone)).toEqual(
      Array(3).fill('13812345678'),
    )
  })
  test('a landline and a number abroad are numbers too', () => {
    expect(readPhone('010-12345678')).toBe('01012345678')
    expect(readPhone('+44 20 7946 0958')).toBe('+442079460958')
  })
  test('twelve digits that are no phone are refused', () => {
    expect(readPhone('138123456789')).toBeUndefined()
    expect(readPhone('微信联系')).toBeUndefined()
  })
  test('the last four digits find a person', () => {
    expect(phoneTail('13812345678')).toBe('5678')
    expect(phoneTail(null)).toBe('')
  })
})

describe('identity documents', () => {
  test('x becomes X and full-width digits are folded', () => {
    expect(readIdNumber('11010519491231002x', 'RESIDENT_ID')).toEqual({ value: '11010519491231002X' })
    expect(readIdNumber('１１０１０５１９４９１２３１００２Ｘ', 'RESIDENT_ID')).toEqual({ value: '11010519491231002X' })
  })
  test('a wrong check digit is named', () => {
    expect(readIdNumber('110105194912310021', 'RESIDENT_ID')).toEqual({ fault: 'id_check_digit' })
    expect(readIdNumber('11010119900307123x', 'RESIDENT_ID')).toEqual({ fault: 'id_check_digit' })
  })
  test('a passport has no check digit', () => {
    expect(readIdNumber('e12 345 678', 'PASSPORT')).toEqual({ value: 'E12345678' })
    expect(readIdNumber('护照', 'PASSPORT')).toEqual({ fault: 'id_document' })
  })
  test('a bank account is digits', () => {
    expect(readBankAccount('6222 0202 0011 2233 445')).toBe('6222020200112233445')
    expect(readBankAccount('6222-?')).toBeUndefined()
  })
})

test('nothing personal is shown in full unless asked for', () => {
  expect(masked({ phone: '13812345678', idNumber: '11010519491231002X', bankAccount: '6222020200112233445' })).toEqual({
    phone: '138****5678',
    idNumber: '110***********002X',
    bankAccount: '**** 3445',
  })
})
