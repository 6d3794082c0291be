import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { aChain, type Chain } from '@/db/testing/chain'
import { clientActor, clock, type Office } from '@/db/testing/factories'
import { samples } from '@/db/testing/samples'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { takeEverythingBack } from '@/db/testing/take-back'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import type { Actor } from '@/lib/core/actor'
import { atRest, goesOn } from '@/lib/core/at-rest'
import { type Command, execute } from '@/lib/core/command'
import { type CommandName, commandRoles } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import { askRight } from '@/lib/rights/commands'
import { commands } from './commands'
import type { RegisteredCommand } from './routes'

const folder = mkdtempSync(join(tmpdir(), 'parley-at-rest-'))
const call = { now: clock }
/** What the product does for a stranger at the door. */
const ofNobody = ['invitation.askAgain', 'portal.enter', 'portal.forgetDevice']
const names = Object.values(commands).flatMap(({ name }) => (ofNobody.includes(name) ? [] : [name]))
let office: Office
let chain: Chain
let client: Actor

beforeAll(async () => {
  process.env['DATA_DIR'] = folder
  office = await openSeededOffice()
  chain = await aChain(office, office.counsellor, '赵一鸣')
  const { clientId } = chain.ids
  client = clientActor(office, { id: clientId, name: chain.name })
  const of = { clientId, purpose: 'PROCESSING' }
  await execute(giveConsent, office.counsellor, { ...of, channel: 'PAPER' }, call).catch(() => undefined)
  await execute(withdrawConsent, office.counsellor, of, call)
  takeEverythingBack()
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const byRole = () =>
  ({ SUPERVISOR: office.supervisor, COUNSELLOR: office.counsellor, ADMIN: office.admin, CLIENT: client }) as const

function whoMay(name: CommandName): Actor {
  const roles: readonly string[] = commandRoles[name]
  const [, actor] = Object.entries(byRole()).find(([role]) => roles.includes(role)) ?? []
  if (actor === undefined) throw new Error(`nobody may ${name}`)
  return actor
}

/** Why it was refused; nothing where it was done, or failed for another reason than a rule. */
async function whyNot(name: RegisteredCommand) {
  const one: Command<CommandName, z.ZodType, unknown> = commands[name]
  const sample = samples[name](chain)
  const isAsked = !goesOn(atRest[name], one.input.safeParse(sample).data, { asksCorrection: false })
  const said = await execute(one, whoMay(name), sample, call).catch((error: unknown) => error)
  return { isAsked, isAtRest: said instanceof Refusal && said.details['why'] === 'consent_withdrawn' }
}

describe('of somebody who took the basic consent back', () => {
  test.each(names.filter((name) => atRest[name] !== 'asked_within'))('%s does as its row says', async (name) => {
    const { isAsked, isAtRest } = await whyNot(name)
    expect(isAtRest).toBe(isAsked)
  })

  test('a client out of reach is missing, and nothing is told of them', async () => {
    const { debtId, clientId } = chain.ids
    for (const [name, values] of [
      ['hardship.record', { clientId }],
      ['debt.update', { debtId }],
    ] as const) {
      const sample = { ...samples[name](chain), ...values }
      const one: Command<CommandName, z.ZodType, unknown> = commands[name]
      const said = await execute(one, office.colleague, sample, call).catch((error: unknown) => error)
      expect(said).toMatchObject({ code: 'not_found' })
    }
  })
})

describe('what is about the client themselves', () => {
  const update = (values: object) =>
    execute(commands['client.update'], office.counsellor, { clientId: chain.ids.clientId, version: 1, ...values }, call)

  test('how to reach them is still kept, more about them is not', async () => {
    await update({ phone: '13800138000', contactFromHour: 9, safeContact: '只发短信' })
    await expect(update({ employment: '教师' })).rejects.toMatchObject({ details: { why: 'consent_withdrawn' } })
  })

  test('what they asked us to correct is corrected', async () => {
    vi.restoreAllMocks()
    await execute(askRight, client, { kind: 'CORRECT', note: '我换了工作' }, call)
    takeEverythingBack()
    await update({ employment: '教师' })
    expect((await whyNot('debt.update')).isAtRest).toBe(false)
    expect((await whyNot('debt.add')).isAtRest).toBe(true)
  })
})
