import { z } from 'zod'
import { manifest } from '@/lib/registry/manifest'
import { columns, line } from '../line'

export const command = line({
  input: z.strictObject({}),
  needsOffice: false,
  async run() {
    const all = manifest()
    const rows = all.map(({ method, path, name, object, roles }) => [method, path, name, object, roles.join(' ')])
    return { ok: true, value: all, text: columns(rows) }
  },
})
