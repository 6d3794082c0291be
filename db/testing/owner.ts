import pg from 'pg'

/** Does work as the owner of the database, whom row-level security does not bind. */
export async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
