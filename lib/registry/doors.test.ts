import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandRoles, queryRoles } from '@/lib/core/permissions'
import { commands } from './commands'
import { queries } from './queries'

/** Every way into the product from outside, found in the source and in the build, and what it leads to. */

const root = new URL('../../', import.meta.url).pathname
/** Files below a folder whose path ends so. */
const sources = (folder: string, ending: RegExp) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => ending.test(file))
    .toSorted()
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')
const load = (file: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ `${root}${file}`)

const actionFiles = sources('app', /\.ts$/).filter((file) => /^'use server'/m.test(read(file)))

/** Server actions that lead to no command: signing in, setting up and looking somebody up, each with a reason. */
const actionsByHand = new Set([
  'signInAction', // makes the session that commands need
  'enterAction', // makes the session of a client with link and code, by portal.enter
  'goOnAction', // makes the session of a remembered device
  'forgetAction', // a cookie, and its device by portal.forgetDevice
  'askAgainAction', // asks for a new link, by invitation.askAgain
  'setUpAction', // makes the office that commands need
  'loadDemoAction', // builds whole offices
  'clearDemoAction', // drops them
  'readSheetAction', // reads the columns of a file that is not kept
  'saveSheetAction', // hands a file to analysis.save
  'analyseSheetAction', // computes on a file that is not kept, for those who may ask analytics.get
  'readTableAction', // reads the cells of a file that is not kept
  'checkRowsAction', // asks the query import.check, by POST so that names stay out of addresses
  'readHistoryAction', // reads the cells of a file that is not kept
  'checkHistoryAction', // asks the query history.check, by POST so that numbers stay out of addresses
  'readDraftAction', // asks the query draft.get when its form appears
  'keepDraftAction', // draft.keep, without drawing the page anew
  'lookAction', // asks the query client.duplicates, by POST so that names stay out of addresses
])

/** Routes that answer by themselves: what each is for. */
const routesByHand: Record<string, string> = {
  '/api/v1': 'says that nothing is there, as the registry does',
  '/api/v1/[...path]': 'the registry',
  '/api/auth/[...nextauth]': 'signing in by a program',
  '/api/health/live': 'whether the process runs',
  '/api/health/ready': 'whether it can serve',
  '/api/board/live': 'ids of cases that changed',
  '/api/files': 'evidence.upload as a form',
  '/api/files/[evidenceId]': 'evidence.file and evidence.original',
  '/portal/uploads/[requestId]/files': 'pages of one document by the command of the portal, one by one with progress',
  '/portal/messages/[caseId]/send': 'portal.writeMessage, with a file of any size told of in words',
  '/portal/bill/[debtId]/send': 'portal.reportBill, likewise',
  '/portal/plans/[agreementId]/pay': 'portal.reportPayment, likewise',
  '/inbox/[noticeId]': 'inbox.read, and on to what the line tells of',
  '/settings/protection/export': 'every version of assessments and incidents, by the query of the page',
  '/portal/data/export': 'portal.export with the files, as an archive',
  '/calendar/[token]': 'portal.dueDays as a calendar file, by a secret address',
  '/portal/receipts/[agreementId]/paper': 'portal.file and portal.openReceipt',
  '/portal/receipts/[agreementId]/receipt': 'the receipt of portal.plan on paper',
  '/portal/proposals/[versionId]/receipt': 'the receipt of portal.proposal on paper',
  '/portal/plans/[agreementId]/paper': 'portal.plan on paper',
  '/portal/messages/[caseId]/files/[messageId]': 'portal.attachment',
  '/portal/authority/[authorisationId]/paper': 'portal.authority on paper',
  '/portal/[...missing]': 'says that a page is not there',
  '/enter/[...missing]': 'says that a page is not there',
  '/invitations': 'says that a link was cut',
  '/invitations/[token]/[...missing]': 'says that a link was cut',
  '/calendar': 'says that a link was cut',
  '/calendar/[token]/[...missing]': 'says that a link was cut',
  '/leave': 'the session alone',
  '/reports/[kind]/export': 'export.table and report.export',
  '/api/proposals/[versionId]/[format]': 'proposal.letter on paper',
  '/api/letters/[letterId]/[format]': 'letter.get on paper',
  '/api/cases/[caseId]/summary/[format]': 'caseFile.export as a paper to read',
  '/clients/import/template': 'an empty table, for import.start',
  '/analytics/export': 'analytics.export',
  '/analytics/history/template': 'an empty table, for history.start',
  '/sign-out': 'ends the session',
  '/preferences/locale': 'a cookie',
  '/preferences/theme': 'a cookie',
  '/preferences/text': 'a cookie',
  '/preferences/cover': 'a cookie',
}

type Action = { file: string; name: string; wrapper: string | undefined; command: string | undefined }

const actionsOf = (file: string): Action[] => {
  const text = read(file)
  const wrapped = [...text.matchAll(/^export const (\w+) = (\w+)\((\w+)/gm)].map(([, name = '', wrapper, command]) => ({
    file,
    name,
    wrapper,
    command,
  }))
  const byHand = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => ({
    file,
    name,
    wrapper: undefined,
    command: undefined,
  }))
  return [...wrapped, ...byHand]
}
const actions = actionFiles.flatMap(actionsOf)

/** What a name in a file was imported as. */
async function imported({ file, command }: Action): Promise<unknown> {
  const source = new RegExp(String.raw`import \{[^}]*\b${command}\b[^}]*\} from '@/([^']+)'`).exec(read(file))?.[1]
  return source === undefined ? undefined : (await load(`${source}.ts`))[command ?? '']
}

const registered: ReadonlySet<unknown> = new Set<unknown>([...Object.values(commands), ...Object.values(queries)])

describe('ways in', () => {
  test('every server action wraps a command of the registry, but for those named here', async () => {
    expect(actions.length).toBeGreaterThan(20)
    const strangers: string[] = []
    for (const action of actions) {
      const isKnown = action.command === undefined ? actionsByHand.has(action.name) : registered.has(await imported(action))
      if (!isKnown) strangers.push(`${action.file}: ${action.name}`)
    }
    expect(strangers).toEqual([])
  })

  test('every exported command and query is in the registry', async () => {
    const strangers: string[] = []
    for (const file of sources('lib', /(\/|\.)(commands|queries)\.ts$/)) {
      const found = Object.entries(await load(file)).filter(([, value]) => isStranger(value))
      strangers.push(...found.map(([name]) => `${file}: ${name}`))
    }
    expect(strangers).toEqual([])
  })

  test('every route of our own is known, and says what it is for', () => {
    const found = sources('app', /\/route\.ts$/).map(
      (file) =>
        `/${file
          .replace(/^app\//, '')
          .replace(/\([^/]+\)\//g, '')
          .replace(/\/route\.ts$/, '')}`,
    )
    expect(found.toSorted()).toEqual(Object.keys(routesByHand).toSorted())
  })
})

/** A command or query that nobody registered. */
function isStranger(value: unknown): boolean {
  if (typeof value === 'function' && 'definition' in value) {
    return !registered.has(value) && nameOf(value.definition) in queryRoles
  }
  return nameOf(value) in commandRoles && !registered.has(value)
}

const nameOf = (value: unknown) => (typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '')

const manifests = {
  actions: `${root}.next/server/server-reference-manifest.json`,
  routes: `${root}.next/app-path-routes-manifest.json`,
}

describe.skipIf(!existsSync(manifests.actions))('in the build', () => {
  test('no server action is reachable that the source does not export', () => {
    const { node }: { node: Record<string, { filename: string; exportedName: string }> } = JSON.parse(
      readFileSync(manifests.actions, 'utf8'),
    )
    const known = new Set(actions.map(({ file, name }) => `${file}#${name}`))
    expect(
      Object.values(node)
        .map(({ filename, exportedName }) => `${filename}#${exportedName}`)
        .filter((reached) => !known.has(reached)),
    ).toEqual([])
  })

  test('no route handler is served that is not known here', () => {
    const routes: Record<string, string> = JSON.parse(readFileSync(manifests.routes, 'utf8'))
    const handlers = Object.entries(routes).filter(
      ([file, path]) => file.endsWith('/route') && !path.startsWith('/favicon') && !path.startsWith('/icon'),
    )
    expect(handlers.map(([, path]) => path).filter((path) => !(path in routesByHand))).toEqual([])
  })
})
