// @ts-check
import pg from 'pg'

/**
 * One question to a database on a connection of its own; answers the first row.
 * @param {string} url
 * @param {string} question
 * @param {unknown[]} [values]
 */
export async function ask(url, question, values = []) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return (await client.query(question, values)).rows[0]
  } finally {
    await client.end()
  }
}
