import { organisationsHere } from '@/lib/core/accounts.queries'
import type { Actor } from '@/lib/core/actor'
import { prove } from '@/lib/core/prove'
import { Failed } from './line'

/**
 * The office a command is about: the one named, by name or id, else the only real one, else the only one.
 * @throws Failed with a sentence
 */
export async function officeNamed(name: string | undefined) {
  const all = await organisationsHere()
  const real = all.filter((office) => !office.is_demo)
  const fitting =
    name === undefined ? (real.length > 0 ? real : all) : all.filter((office) => office.id === name || office.name === name)
  const [office, ...more] = fitting
  if (office === undefined)
    throw new Failed(
      name === undefined
        ? 'There is no organisation yet: open /setup.'
        : `There is no organisation “${name}”. Check its name or id.`,
    )
  if (more.length > 0)
    throw new Failed(
      `There are several organisations; say which: ${fitting.map(({ id, name: called }) => `${called} (${id})`).join(', ')}.`,
    )
  return office
}

/** The administrator at the machine itself, acting in an office. */
export const atTheMachine = (office: { id: string; name: string; is_demo: boolean }): Actor =>
  prove({
    kind: 'system',
    id: '00000000-0000-0000-0000-000000000000',
    name: 'parley',
    organisationId: office.id,
    organisationName: office.name,
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    roles: [],
    owners: [],
    teams: [],
    isDemo: office.is_demo,
    mayWrite: true,
  })
