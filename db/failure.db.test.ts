import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction, outsideContext } from './client'

const secret = '13911112222'

/** All there is to see of an error, however it is printed. */
async function shown(work: Promise<unknown>) {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  const all: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    all.push(cause.stack ?? '', JSON.stringify(cause), JSON.stringify(Object.getOwnPropertyDescriptors(cause)))
  return { error, text: all.join('\n') }
}

test('a statement that fails shows its SQLSTATE and nothing of what it held', async () => {
  const inside = await shown(inTransaction({}, (tx) => tx.execute(sql`select ${secret}::uuid`)))
  const outside = await shown(outsideContext(sql`select ${secret}::uuid`))
  for (const { error, text } of [inside, outside]) {
    expect(error).toMatchObject({ code: '22P02' })
    expect(text).toContain('22P02')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('select')
  }
})

test('what is thrown between two statements goes on as it is', async () => {
  const own = new Error('ours')
  await expect(inTransaction({}, () => Promise.reject(own))).rejects.toBe(own)
})

test('work that passes over a statement that failed is not called done: the database keeps none of it', async () => {
  const passingOver = inTransaction({}, (tx) => tx.execute(sql`select 1 / 0`).catch(() => 'no matter'))
  await expect(passingOver).rejects.toThrow('nothing was committed')
  await expect(inTransaction({}, (tx) => tx.execute(sql`select 1`))).resolves.toBeDefined()
})
