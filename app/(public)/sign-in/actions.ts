'use server'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'
import { signInHere } from '@/lib/core/session'

export type SignInState = { email: string; code?: 'wrong_credentials' | 'too_many' | 'emailInvalid'; seconds?: number }

/** Signs in and goes home. What was typed stays, the password excepted; every failure looks the same. */
export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [textOf(form, 'email').trim(), textOf(form, 'password')]
  if (!/^\S+@\S+\.\S+$/.test(email)) return { email, code: 'emailInvalid' }
  const home = await signInHere(email, password).catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
  if (typeof home === 'string') redirect(home)
  return home.code === 'too_many' ? { email, code: 'too_many', seconds: secondsOf(home) } : { email, code: 'wrong_credentials' }
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 320) : ''
}
const secondsOf = ({ details }: Refusal) => (typeof details['seconds'] === 'number' ? details['seconds'] : 60)
