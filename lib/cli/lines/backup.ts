import { z } from 'zod'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({ file: z.string().optional() }),
  positional: 'file',
  needsOffice: false,
  async run() {
    throw new Failed(
      'Backups are not available in this version. Until then stop Parley and copy the whole DATA_DIR, or back up your own PostgreSQL.',
    )
  },
})
