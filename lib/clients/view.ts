import type { getClient } from './queries'

/** One client as a page shows it. */
export type ClientView = Awaited<ReturnType<typeof getClient>>
