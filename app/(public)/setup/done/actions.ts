'use server'
import { redirect } from 'next/navigation'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff, signOutHere } from '@/lib/core/session'
import { loadDemo } from '@/lib/demo/demo'
import { now } from '@/lib/platform/clock'

/** Builds the demo offices beside the real one, and leads to the way in, where their accounts are shown. */
export async function loadDemoAction() {
  if (!mayDo(await requireStaff(), 'demo.load')) redirect('/today')
  await loadDemo(now())
  await signOutHere()
  redirect('/sign-in')
}
