'use server'
import { typedTexts } from '@/app/_parts/form/form-values'
import { staffForm } from '@/app/_parts/form/staff-form'
import { createClient } from '@/lib/clients/commands'
import { duplicates } from '@/lib/clients/duplicates.queries'
import { readIdNumber } from '@/lib/clients/identity'
import { profileFields } from '@/lib/clients/profile'
import { requireStaff } from '@/lib/core/session'

export type Looked = {
  typed: Record<string, string>
  found?: Awaited<ReturnType<typeof duplicates>>['duplicates']
  /** The last try never came back: see FormState. */
  lost?: { reference: string | undefined }
}

/** Looks for the same person. Sent as a form, so that names and numbers stay out of addresses. */
export async function lookAction(_: Looked, data: FormData): Promise<Looked> {
  const actor = await requireStaff()
  const typed = typedTexts(data)
  if (data.has('_over')) return { typed: {} }
  const short = (name: string, most: number) => (typed[name] ?? '').slice(0, most)
  const wanted = { name: short('name', 200), phone: short('phone', 60), idNumber: short('idNumber', 60) }
  return { typed, found: (await duplicates(actor, wanted)).duplicates }
}

export const createClientAction = staffForm(createClient, { to: ({ id }) => `/clients/${id}`, also: idNumberFaults })

/** The number of a document is read by the rules of its kind, which only the whole form knows. */
function idNumberFaults({ idNumber, idType }: Record<string, unknown>) {
  if (typeof idNumber !== 'string') return []
  const read = readIdNumber(idNumber, profileFields.shape.idType.safeParse(idType).data ?? 'RESIDENT_ID')
  return 'fault' in read ? [{ field: 'idNumber', fault: read.fault }] : []
}
