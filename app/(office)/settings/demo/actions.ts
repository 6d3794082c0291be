'use server'
import { redirect } from 'next/navigation'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff, signOutHere } from '@/lib/core/session'
import { clearDemo } from '@/lib/demo/demo'

/** Drops the demo offices whole. Somebody who belonged to one is signed out with it. */
export async function clearDemoAction() {
  const actor = await requireStaff()
  if (!mayDo(actor, 'demo.clear')) redirect('/settings')
  await clearDemo()
  if (!actor.isDemo) redirect('/settings/demo')
  await signOutHere()
  redirect('/')
}
