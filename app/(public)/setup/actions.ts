'use server'
import { redirect } from 'next/navigation'
import { type FormState, stateOf } from '@/app/_parts/form/form-state'
import { formValues, typedTexts } from '@/app/_parts/form/form-values'
import { answerOf } from '@/lib/core/action'
import { signInHere } from '@/lib/core/session'
import { setUpOffice } from '@/lib/organisation/set-up.commands'

/** Makes the first office and signs its first person in. Open while there is no real office, and only then. */
export async function setUpAction(previous: FormState, data: FormData): Promise<FormState> {
  const answer = await answerOf(() => setUpOffice(formValues(data)))
  if (!answer.ok) return { ...stateOf(answer, []), typed: withoutPassword(data), done: previous.done }
  await signInHere(textOf(data, 'email'), textOf(data, 'password'))
  redirect('/setup/done')
}

const withoutPassword = (data: FormData) => ({ ...typedTexts(data), password: '' })

function textOf(data: FormData, name: string) {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
