import { pingDatabase } from '@/lib/core/health.queries'

export const dynamic = 'force-dynamic'

export async function GET() {
  const answered = await pingDatabase().then(
    () => true,
    () => false,
  )
  return answered
    ? Response.json({ status: 'ready' })
    : Response.json({ status: 'unavailable', component: 'database' }, { status: 503 })
}
