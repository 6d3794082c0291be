import { expect, test } from 'vitest'
import { openOffice } from './office.mjs'
import { parseSettings } from './settings.mjs'

test.each(['/proc/x/y', '/dev/null/x', import.meta.filename])(
  'a data directory %s that cannot be is told, and nothing waits for it',
  async (folder) => {
    await expect(openOffice(parseSettings({ DATA_DIR: folder }))).rejects.toThrow(`DATA_DIR ${folder} cannot be used`)
  },
)
