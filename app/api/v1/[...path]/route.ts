import { reportBug } from '@/lib/core/report-bug'
import { actorOfRequest } from '@/lib/core/session'
import { sessionSettings } from '@/lib/platform/env'
import { answer } from '@/lib/registry/door'

export const dynamic = 'force-dynamic'

const { origin } = sessionSettings()
const handle = (request: Request) => answer(request, { identify: actorOfRequest, origin, onBug: reportBug })

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
