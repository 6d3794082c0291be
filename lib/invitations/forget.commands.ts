import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { devices } from '@/db/schema'
import { command } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'

/** Takes a remembered device's way in back, by the token it holds. Only the door itself calls this; no role may. */
export const forgetPortalDevice = command({
  name: 'portal.forgetDevice',
  input: z.strictObject({ tokenHash: z.string().length(64) }),
  async run({ actor, tx, now, audit }, { tokenHash }) {
    const [device] = await tx
      .update(devices)
      .set({ revokedAt: now })
      .where(and(eq(devices.orgId, actor.organisationId), eq(devices.tokenHash, tokenHash), isNull(devices.revokedAt)))
      .returning({ id: devices.id, clientId: devices.clientId })
    const { id, clientId } = found(device)
    audit({ type: 'device.forgotten', clientId, deviceId: id })
    return { id }
  },
})
