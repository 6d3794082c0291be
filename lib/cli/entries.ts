import type { z } from 'zod'
import type { Line } from './line'

type Entry = { summary: string; load: () => Promise<{ command: Line<z.ZodObject> }> }

/** Every command, by the words it is called with. A file is loaded only when its command is meant. */
export const entries: Record<string, Entry> = {
  doctor: { summary: 'is everything there that Parley needs', load: () => import('./lines/doctor') },
  'demo load': { summary: 'build the demo office', load: () => import('./lines/demo-load') },
  'demo clear': { summary: 'drop the demo offices and everything in them', load: () => import('./lines/demo-clear') },
  seed: { summary: 'fill a synthetic office of a given size', load: () => import('./lines/seed') },
  'user create': { summary: 'give somebody an account and a role', load: () => import('./lines/user-create') },
  'user close': { summary: 'close an account, with its sessions and keys', load: () => import('./lines/user-close') },
  'api-key create': { summary: 'make a key for programs, shown once', load: () => import('./lines/api-key-create') },
  'api-key revoke': { summary: 'end every key of an account', load: () => import('./lines/api-key-revoke') },
  manifest: { summary: 'every route and command, who may use it and what it takes', load: () => import('./lines/manifest') },
  export: { summary: 'write cases, proposals or outcomes to a file', load: () => import('./lines/export') },
  import: { summary: 'take clients, loan notes and old cases in from a spreadsheet', load: () => import('./lines/import') },
  'import history': {
    summary: 'take decided proposals of the past into the analytics',
    load: () => import('./lines/import-history'),
  },
  'import undo': { summary: 'take an import back', load: () => import('./lines/import-undo') },
  analyse: { summary: 'which factors go with approval, in any spreadsheet', load: () => import('./lines/analyse') },
  schedule: { summary: 'a repayment schedule from terms in JSON', load: () => import('./lines/schedule') },
  quote: { summary: 'what reliefs do to a debt, from JSON', load: () => import('./lines/quote') },
  'backup create': { summary: 'copy the database and its files', load: () => import('./lines/backup-create') },
  'backup verify': { summary: 'prove that a backup can be restored', load: () => import('./lines/backup-verify') },
  'backup restore': { summary: 'restore a backup', load: () => import('./lines/backup-restore') },
  'casefile verify': { summary: 'check every hash in a case file or bundle', load: () => import('./lines/casefile-verify') },
  'audit verify': { summary: 'recompute the audit chain of every organisation', load: () => import('./lines/audit-verify') },
}
