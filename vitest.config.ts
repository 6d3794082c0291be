import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}db/testing/nothing.ts` }

// Kathmandu (UTC+05:45) makes every accidental use of the machine's zone visible.
process.env.TZ = 'Asia/Kathmandu'

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          include: ['{app,db,lib}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'node_modules/**', '.next/**'],
          // Properties and exact tables count to a limit of work, not of time: a crowded machine only takes longer.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          // After the rules, so that both can be run at once though each has a number of workers of its own.
          sequence: { groupOrder: 1 },
          include: ['{app,db,lib}/**/*.db.test.ts'],
          exclude: ['node_modules/**', '.next/**'],
          globalSetup: ['db/testing/cluster.ts'],
          setupFiles: ['db/testing/worker.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
