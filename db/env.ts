import { z } from 'zod'

const shape = z.object({
  /** Connection string of the app's role (no superuser, no BYPASSRLS). The launcher sets it. */
  PARLEY_APP_URL: z.string().startsWith('postgres'),
  PARLEY_POOL: z.coerce.number().int().min(1).max(50).default(10),
  /** How many times longer than a person's request a query may take: tests and the command line set it. */
  PARLEY_PATIENCE: z.coerce.number().int().min(1).max(100).default(1),
})

/** The database settings of this process; read where the connection is made, so that importing costs nothing. */
export const databaseSettings = () => shape.parse(process.env)
