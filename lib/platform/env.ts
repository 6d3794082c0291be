import { z } from 'zod'

const shape = z.object({
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  APP_URL: z.url().optional(),
  DATA_DIR: z.string().default('.data'),
})

/** What signing in needs to know of the installation. The launcher sets all of it. */
export function sessionSettings() {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET, APP_URL } = shape.parse(process.env)
  return { origin: new URL(NEXTAUTH_URL).origin, secret: NEXTAUTH_SECRET, isBehindProxy: APP_URL !== undefined }
}

/** The folder that holds uploads, secrets and mails. */
export const dataDirectory = () => shape.shape.DATA_DIR.parse(process.env.DATA_DIR)

/** A moment that stands still, for trying things out; the launcher sets it, and only on the embedded database. */
export const fixedClock = () => process.env.PARLEY_CLOCK

/** What a server process was told that decides whether it may serve at all. */
export const startSettings = () => ({
  hasAddress: Boolean(process.env.NEXTAUTH_URL),
  trustsHost: Boolean(process.env.AUTH_TRUST_HOST),
  isTestCluster: process.env.PARLEY_TEST_CLUSTER === '1',
})

/** The installation's key, from which links and codes that nobody writes down are derived. */
export const installationKey = () => shape.shape.NEXTAUTH_SECRET.parse(process.env.NEXTAUTH_SECRET)

/** The address people use, as links in mails carry it. */
export const publicOrigin = () => new URL(shape.shape.NEXTAUTH_URL.parse(process.env.NEXTAUTH_URL ?? 'http://localhost')).origin

/** The mail server, as it was set; without it mails are files. */
export const mailUrl = () => process.env.MAIL_URL
