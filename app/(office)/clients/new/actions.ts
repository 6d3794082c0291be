'use server'
import { typedTexts } from '@/app/_parts/form/form-values'
import { staffForm } from '@/app/_parts/form/staff-form'
import { createClient } from '@/lib/clients/commands'
import { duplicates } from '@/lib/clients/duplicates.queries'
import { readIdNumber } from '@/lib/clients/identity'
import { profileFields } from '@/lib/clients/profile'
import type { Actor } from '@/lib/core/actor'
import { requireStaff } from '@/lib/core/session'
import { changedSince, isAnything, wantedIn } from './looked-for'

export type Looked = {
  typed: Record<string, string>
  found?: Awaited<ReturnType<typeof duplicates>>['duplicates']
  /** Nothing was given to look for. */
  isEmpty?: boolean
  /** The last try never came back: see FormState. */
  lost?: { reference: string | undefined }
}

/** Looks for the same person. Sent as a form, so that names and numbers stay out of addresses. */
export async function lookAction(_: Looked, data: FormData): Promise<Looked> {
  const actor = await requireStaff()
  const typed = typedTexts(data)
  if (data.has('_over')) return { typed: {} }
  const wanted = wantedIn(typed)
  if (!isAnything(wanted)) return { typed, isEmpty: true }
  return { typed, found: (await duplicates(actor, wanted)).duplicates }
}

export const createClientAction = staffForm(createClient, {
  to: ({ id }) => `/clients/${id}`,
  also: idNumberFaults,
  before: somebodyElse,
})

/** What was typed after the look may be somebody's too: then it is asked whether this is nobody of them. */
async function somebodyElse(actor: Actor, data: FormData) {
  const wanted = changedSince(typedTexts(data))
  if (!isAnything(wanted) || data.getAll('_sure:yes').includes('yes')) return []
  const { duplicates: same } = await duplicates(actor, wanted)
  return same.length === 0 ? [] : [{ field: '_sure', fault: 'same_person' }]
}

/** The number of a document is read by the rules of its kind, which only the whole form knows. */
function idNumberFaults({ idNumber, idType }: Record<string, unknown>) {
  if (typeof idNumber !== 'string') return []
  const read = readIdNumber(idNumber, profileFields.shape.idType.safeParse(idType).data ?? 'RESIDENT_ID')
  return 'fault' in read ? [{ field: 'idNumber', fault: read.fault }] : []
}
