import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { installationKey } from '@/lib/platform/env'

/** A mark that says: somebody signed in here with this e-mail. It opens nothing; it only tells friends' tries from strangers'. */
export function deviceOf(account: string): string {
  const id = randomBytes(12).toString('base64url')
  return `${id}.${sealOf(id, account)}`
}

/** Whether a mark was given to this account by this installation, to the letter: each spelling would have tries of its own. */
export function isDeviceOf(account: string, mark: string | undefined): mark is string {
  const [id = ''] = mark?.split('.', 1) ?? []
  const [given, right] = [Buffer.from(mark ?? ''), Buffer.from(`${id}.${sealOf(id, account)}`)]
  return given.length === right.length && timingSafeEqual(given, right)
}

const sealOf = (id: string, account: string) =>
  createHmac('sha256', installationKey()).update(`device ${id} ${account}`).digest('base64url')
