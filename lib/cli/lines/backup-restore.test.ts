import { expect, test } from 'vitest'
import { command } from './backup-restore'

test('a ledger of the erased that is not where it is said to be stops the restore before anything is read', async () => {
  const asked = { folder: '/nowhere/backup', replace: false, erased: '/nowhere/erased.jsonl' }
  await expect(command.run(asked)).rejects.toThrow('there is no /nowhere/erased.jsonl')
})
