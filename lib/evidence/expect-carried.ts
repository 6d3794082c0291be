import type { ContactChannel } from '@/db/vocabulary'
import { Refusal } from '@/lib/core/refusal'
import { channelsFor } from './file-channels'

/**
 * Documents go only by a way that carries them; `field` is the one the way was chosen in.
 * @throws Refusal `invalid` {[field]: carries_no_files}
 */
export function expectCarried(files: number, channel: ContactChannel, field = 'channel') {
  if (!channelsFor({ files }).includes(channel)) throw new Refusal('invalid', { fields: { [field]: ['carries_no_files'] } })
}
