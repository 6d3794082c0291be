import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CommandName } from '@/lib/core/permissions'
import { isAtRest, offered, type View } from './at-rest'

type Props = { view: View; command: CommandName; children: ReactNode }

/** The form of a command; while the work rests, why it is not there and what to do, in its place. */
export async function Offered({ view, command, children }: Props) {
  const how = offered(view, command)
  if (how === 'resting') return <Resting />
  return how === 'offered' ? children : null
}

/** The same above a form of which only a part is left to choose. */
export const RestingNote = ({ view }: Pick<Props, 'view'>) => (isAtRest(view) ? <Resting /> : null)

/** Why a step rests, and how it goes on. */
export async function Resting() {
  const { faults } = await getMessages()
  return <p className="rounded-m bg-wait-bg px-3 py-2 text-dense text-wait">{faults.consent_withdrawn}</p>
}
