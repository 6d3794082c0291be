import type { FormValue } from '@/app/_parts/form/form-values'

type Fields = Record<string, FormValue>

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** A client is named by the address of their page, or by the id in it. */
export function clientIdOf({ clientId, ...rest }: Fields): Fields {
  if (typeof clientId !== 'string') return rest
  return { ...rest, clientId: uuid.exec(clientId)?.[0] ?? clientId }
}

/** What the form says of a checklist: none, that of every case, or that of one hardship. */
export function checklistOf({ checklist, ...rest }: Fields): Fields {
  if (!isRecord(checklist) || checklist['hardship'] === undefined) return rest
  const { hardship, ...rule } = checklist
  return { ...rest, checklist: { ...rule, hardship: hardship === 'EVERY' ? null : (hardship ?? null) } }
}

const isRecord = (value: FormValue | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
