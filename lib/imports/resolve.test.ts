import { expect, test } from 'vitest'
import { type Ground, resolve } from './resolve'
import { samePerson } from './same-person'

const product = (id: string, brands: string[], creditorNames: string[]) => ({ id, brands, creditorId: `of-${id}`, creditorNames })
const ground: Ground = {
  products: [
    product('a', ['借呗', 'Jiebei'], ['重庆蚂蚁消费金融有限公司', '蚂蚁消金']),
    product('b', ['信用卡'], ['甲银行', '甲']),
    product('c', ['信用卡'], ['乙银行', '乙']),
  ],
  people: [
    { id: 'me', name: '李文静' },
    { id: 'she', name: '陈思远' },
    { id: 'one', name: '王伟' },
    { id: 'two', name: '王伟' },
  ],
  me: 'me',
  mayHandOut: false,
}
const nothing = { product: '', creditor: '', owner: '', goal: '', closingReason: '' }
const placeOf = (over: Partial<typeof nothing>, on: Partial<Ground> = {}) =>
  resolve({ kase: { ...nothing, ...over } }, { ...ground, ...on })

test('a product is known by its brand, a lender of one product by its name alone', () => {
  expect(placeOf({ product: ' 借呗 ' })).toEqual({ creditorId: 'of-a', productId: 'a', ownerId: 'me' })
  expect(placeOf({ product: 'jiebei' })).toMatchObject({ productId: 'a' })
  expect(placeOf({ creditor: '蚂蚁消金' })).toMatchObject({ productId: 'a' })
  expect(placeOf({ product: '信用卡', creditor: '乙银行' })).toMatchObject({ productId: 'c' })
})

test('what is not in the directory, or could be two products, is told and not guessed', () => {
  expect(placeOf({ product: '花呗' })).toEqual({ faults: [{ field: 'product', fault: 'unknown_product' }] })
  expect(placeOf({ product: '信用卡' })).toEqual({ faults: [{ field: 'creditor', fault: 'which_product' }] })
  expect(placeOf({ product: '借呗', creditor: '甲银行' })).toEqual({ faults: [{ field: 'product', fault: 'unknown_product' }] })
})

test('only who sees the whole office gives cases to colleagues, and of two with one name to neither', () => {
  expect(placeOf({ product: '借呗', owner: '陈思远' })).toEqual({ faults: [{ field: 'owner', fault: 'supervisor_only' }] })
  expect(placeOf({ product: '借呗', owner: '陈思远' }, { mayHandOut: true })).toMatchObject({ ownerId: 'she' })
  expect(placeOf({ product: '借呗', owner: '王伟' }, { mayHandOut: true })).toEqual({
    faults: [{ field: 'owner', fault: 'unknown_colleague' }],
  })
  expect(placeOf({ product: '借呗' }, { me: undefined })).toEqual({ faults: [{ field: 'owner', fault: 'required' }] })
})

const onFile = { id: 'x', name: '张三', phone: '13800138000', idNumber: '11010519491231002X', isVisible: true }
const client = (over: Partial<{ name: string; phone: string; idNumber: string }>) => ({ client: { name: '张三', ...over } })

test('whoever has the identity number, or phone and name, is the same person', () => {
  expect(samePerson(client({ idNumber: onFile.idNumber }), [onFile])).toEqual({ id: 'x' })
  expect(samePerson(client({ phone: onFile.phone }), [onFile])).toEqual({ id: 'x' })
  expect(samePerson(client({ phone: '13900139000' }), [onFile])).toEqual({})
})

test('a number that stands under another name, or two numbers of one name, are for a person to look at', () => {
  expect(samePerson(client({ name: '李四', phone: onFile.phone }), [onFile])).toEqual({ field: 'name', fault: 'other_person' })
  expect(samePerson(client({ phone: onFile.phone, idNumber: '440524188001010014' }), [onFile])).toEqual({
    field: 'idNumber',
    fault: 'other_person',
  })
  expect(samePerson(client({ phone: onFile.phone }), [{ ...onFile, isVisible: false }])).toEqual({
    field: '',
    fault: 'with_colleague',
  })
})
