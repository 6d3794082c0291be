import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { reasonsNotToServe } from '@/lib/core/startup'
import { askStanding } from '@/lib/core/startup.queries'
import { carrierHere } from '@/lib/mail/carrier'
import { stuckMails } from '@/lib/mail/stuck.queries'
import { now } from '@/lib/platform/clock'
import { dataDirectory, startSettings } from '@/lib/platform/env'
import { nodeTooOld } from '@/lib/platform/launch/node-version.mjs'
import { mailSettings } from '@/lib/platform/mail-settings'
import { newestBackup } from '../backup/newest'
import { columns, line } from '../line'

/** What was found, and undefined or what to do about it. */
type Finding = { found: string; remedy?: string | undefined; isMinor?: boolean }

const checks: Record<string, () => Promise<Finding>> = {
  node: async () => ({ found: process.versions.node, remedy: nodeTooOld(process.versions.node) || undefined }),
  database: checkDatabase,
  clock: checkClock,
  disk: checkDisk,
  fonts: async () => findFonts(['@expo-google-fonts/noto-sans-sc', '@expo-google-fonts/noto-serif-sc']),
  browser: checkBrowser,
  mail: checkMail,
  backup: checkBackup,
}

export const command = line({
  input: z.strictObject({}),
  needsOffice: true,
  async run() {
    const findings: { name: string; ok: boolean; found: string; remedy: string }[] = []
    for (const [name, check] of Object.entries(checks)) {
      const {
        found,
        remedy = '',
        isMinor = false,
      } = await check().catch((): Finding => ({ found: 'failed', remedy: 'This could not be checked.' }))
      findings.push({ name, ok: remedy === '' || isMinor, found, remedy })
    }
    const rows = findings.map(({ name, ok, found, remedy }) => [ok ? (remedy === '' ? '✓' : '!') : '✗', name, found, remedy])
    const ok = findings.every((finding) => finding.ok)
    return { ok, value: { ok, findings }, text: columns(rows) }
  },
})

async function checkDatabase(): Promise<Finding> {
  const { rows } = await inTransaction({}, (tx) => tx.execute(sql`select current_setting('server_version') as version`))
  const reasons = reasonsNotToServe(await askStanding(), { ...startSettings(), hasAddress: true })
  return { found: `PostgreSQL ${rows[0]?.['version']}`, remedy: reasons.join(' ') || undefined }
}

const greatestSkew = 30_000

async function checkClock(): Promise<Finding> {
  const { rows } = await inTransaction({}, (tx) =>
    tx.execute(sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms`),
  )
  const skew = Math.abs(now().getTime() - Number.parseInt(String(rows[0]?.['ms']), 10))
  const remedy = skew > greatestSkew ? 'The clocks of this machine and of the database disagree: set both by NTP.' : undefined
  return { found: `${(skew / 1000).toFixed(1)} s from the database`, remedy }
}

async function checkDisk(): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(dataDirectory())
  const gigabytes = ((bavail * bsize) / 1e9).toFixed(1)
  return {
    found: `${gigabytes} GB free`,
    remedy: bavail / blocks < 0.05 ? 'Less than 5 % of the disk is free: make room.' : undefined,
  }
}

function findFonts(packages: string[]): Finding {
  const { resolve } = createRequire(import.meta.url)
  const missing = packages.filter((name) => !isThere(() => resolve(`${name}/package.json`)))
  return {
    found: `${packages.length - missing.length} of ${packages.length}`,
    remedy: missing.length > 0 ? 'Install the packages again: npm ci.' : undefined,
  }
}

function isThere(look: () => unknown): boolean {
  try {
    look()
    return true
  } catch {
    return false
  }
}

/** Needed for the browser tests alone, whose packages an installation in earnest may leave out. */
async function checkBrowser(): Promise<Finding> {
  const { candidates } = await import('@/lib/platform/launch/browser.mjs')
  const browser = candidates(process.env.CHROME_PATH, '').find(({ executablePath }) => existsSync(executablePath))
  if (browser !== undefined) return { found: browser.executablePath }
  return { found: 'none', remedy: 'Only the browser tests need one: npm test finds or fetches it.', isMinor: true }
}

/** Whoever keeps backups elsewhere, or by the means of their own server, may leave this as it is. */
async function checkBackup(): Promise<Finding> {
  const madeAt = await newestBackup(join(dataDirectory(), 'backups'))
  const hours = madeAt === undefined ? Number.POSITIVE_INFINITY : (now().getTime() - Date.parse(madeAt)) / 3_600_000
  const remedy = hours > 26 ? 'Make one: npm run parley -- backup create' : undefined
  return { found: madeAt ?? 'none in DATA_DIR/backups', remedy, isMinor: true }
}

async function checkMail(): Promise<Finding> {
  const { server } = mailSettings()
  const stuck = await stuckMails(new Date(now().getTime() - 7 * 86_400_000))
  const trouble = stuck === '' ? undefined : `${stuck} since a week ago: look at their addresses.`
  if (server === undefined) return { found: 'files in DATA_DIR/mail', remedy: trouble, isMinor: true }
  const carrier = carrierHere()
  const isReady = await carrier.isReady()
  carrier.close()
  const found = `${server.host}:${server.port}`
  if (!isReady) return { found, remedy: 'The mail server of MAIL_URL does not answer, or refuses the name and password.' }
  return { found, remedy: trouble, isMinor: true }
}
