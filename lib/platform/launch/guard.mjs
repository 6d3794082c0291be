// @ts-check
// Waits for its input to close, which happens when the process that holds the other end ends, and then clears up.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const { pgCtl, data, account, folders } = JSON.parse(process.argv[2] ?? '')

process.stdin.resume().once('close', () => {
  spawnSync(pgCtl, ['stop', '-D', data, '-m', 'immediate', '-s'], { ...account, cwd: '/' })
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
