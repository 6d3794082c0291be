'use server'
import { redirect } from 'next/navigation'
import { type FormState, stateOf } from '@/app/_parts/form/form-state'
import { answerOf } from '@/lib/core/action'
import { signInHere } from '@/lib/core/session'
import { pageBack } from '@/lib/core/way-in'

/**
 * Signs in and goes home, or back to the page one was sent here from. What was typed stays, the password excepted; every failure
 * looks the same.
 */
export async function signInAction({ done }: FormState, form: FormData): Promise<FormState> {
  const [email, password] = [textOf(form, 'email').trim(), textOf(form, 'password')]
  const typed = { email }
  if (!/^\S+@\S+\.\S+$/.test(email)) return { typed, done, refusal: { code: 'invalid' }, faults: { email: 'email' } }
  const home = await answerOf(() => signInHere(email, password))
  const back = pageBack(textOf(form, 'back', 2000))
  if (home.ok) redirect(back !== '/' && sideOf(back) === sideOf(home.value) ? back : home.value)
  const { code, details } = home
  return { typed, done, ...stateOf({ code: code === 'too_many' ? code : 'wrong_credentials', details }, []) }
}

/** A client's page or the office's: nobody is led to the other side's, to be turned away there. */
const sideOf = (page: string) => /^\/portal(?![^/?])/.test(page)

const textOf = (form: FormData, name: string, most = 320) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}
