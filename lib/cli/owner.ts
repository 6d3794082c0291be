import pg from 'pg'

/** The role that owns the tables: what the launcher hands to administrators' commands, and to nothing that serves. */
export const ownerUrl = () => process.env.PARLEY_OWNER_URL

/** Work on a connection of the owner's, without the app's time limits: a table may be large. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>, url = ownerUrl()): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
