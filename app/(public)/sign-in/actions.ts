'use server'
import { redirect } from 'next/navigation'
import { type FormState, stateOf } from '@/app/_parts/form/form-state'
import { answerOf } from '@/lib/core/action'
import { signInHere } from '@/lib/core/session'

/** Signs in and goes home. What was typed stays, the password excepted; every failure looks the same. */
export async function signInAction({ done }: FormState, form: FormData): Promise<FormState> {
  const [email, password] = [textOf(form, 'email').trim(), textOf(form, 'password')]
  const typed = { email }
  if (!/^\S+@\S+\.\S+$/.test(email)) return { typed, done, refusal: { code: 'invalid' }, faults: { email: 'email' } }
  const home = await answerOf(() => signInHere(email, password))
  if (home.ok) redirect(home.value)
  const { code, details } = home
  return { typed, done, ...stateOf({ code: code === 'too_many' ? code : 'wrong_credentials', details }, []) }
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 320) : ''
}
