import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'

/** To the page that says so. The framework's own stands only where scripts run: without them it is empty. */
export function missing(): never {
  redirect('/portal/missing')
}

/** What was asked for; for what is missing and what is not ours to see alike, the page that says it is not there. */
export async function orMissing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refusal) return missing()
    throw error
  }
}
