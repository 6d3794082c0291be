import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { listViews } from '@/lib/preferences/view.queries'
import type { View } from './looking'
import { knownView } from './looking-from'

/** The views somebody has, and the one their board opens with. */
export async function viewsOf(actor: Actor): Promise<{ views: View[]; chosen: string | null }> {
  if (!mayAsk(actor, 'view.list')) return { views: [], chosen: null }
  const { views, chosen } = await listViews(actor)
  return { views: views.map(knownView), chosen }
}
