import type pg from 'pg'
import { z } from 'zod'
import { Failed } from '../line'
import { linesOf } from './lines'
import { type Manifest, tableFile } from './manifest'
import { enter, migrationOf, organisationsOf, type Table, tablesOf } from './tables'

/**
 * Puts the rows of a backup in place of whatever is in the database, within the transaction that is open: nobody sees it
 * before that commits. Triggers rest meanwhile, so that nothing is counted or written twice.
 * @throws Failed where the backup is of a newer or another schema
 */
export async function loadBackup(client: pg.Client, folder: string, manifest: Manifest) {
  const tables = await tablesOf(client)
  await expectFitting(client, manifest, tables)
  const all = tables.map(({ name }) => `"${name}"`)
  for (const name of all) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${all.join(', ')}, sessions, api_keys, idempotency_keys, sign_in_attempts, drop_permits`)
  for (const table of tables) {
    const kept = manifest.tables[table.name]
    if (kept !== undefined) await insertAll(client, { ...table, columns: kept.columns }, tableFile(folder, table.name))
  }
  for (const name of all) await client.query(`alter table ${name} enable trigger user`)
  for (const id of await organisationsOf(client)) await closeDoors(client, id, manifest.madeAt)
}

/** An older backup fits as long as everything it holds still has its place; what came later has its default. */
async function expectFitting(client: pg.Client, { migration, tables }: Manifest, here: readonly Table[]) {
  const now = await migrationOf(client)
  if (migration.number > now.number) throw new Failed('This backup was made by a newer version: install that one first.')
  const places = new Map(here.map(({ name, columns }) => [name, new Set(columns)]))
  for (const [name, { columns }] of Object.entries(tables)) {
    const lost = columns.find((column) => !places.get(name)?.has(column))
    if (lost !== undefined)
      throw new Failed(
        `This backup was made by an older version, whose ${name}.${lost} has no place here: restore it with that version.`,
      )
  }
}

const atOnce = 500

async function insertAll(client: pg.Client, table: Table, path: string) {
  const batch: { place: string; rows: string[] } = { place: '', rows: [] }
  for await (const line of linesOf(path)) {
    const place = placeOf(line, table)
    if (batch.rows.length === atOnce || place !== batch.place) await insert(client, table, batch.place, batch.rows.splice(0))
    batch.place = place
    batch.rows.push(line)
  }
  await insert(client, table, batch.place, batch.rows)
}

const placeOf = (line: string, { name, hasOrganisation }: Table) => {
  if (name === 'organisations') return rowOf.parse(JSON.parse(line)).id ?? ''
  return hasOrganisation ? (rowOf.parse(JSON.parse(line)).org_id ?? '') : ''
}
const rowOf = z.object({ id: z.string().optional(), org_id: z.uuid().optional() })

async function insert(client: pg.Client, { name, columns }: Table, place: string, rows: readonly string[]) {
  if (rows.length === 0) return
  if (place !== '') await enter(client, place)
  const list = columns.map((column) => `"${column}"`).join(', ')
  await client.query(`insert into "${name}" (${list}) select ${list} from jsonb_populate_recordset(null::"${name}", $1::jsonb)`, [
    `[${rows.join(',')}]`,
  ])
}

/** Links, remembered devices and calendar addresses may have been taken back since the backup: clients are invited anew. */
async function closeDoors(client: pg.Client, organisationId: string, at: string) {
  await enter(client, organisationId)
  for (const door of ['invitations', 'devices', 'calendar_feeds'])
    await client.query(`update ${door} set revoked_at = $2 where org_id = $1 and revoked_at is null`, [organisationId, at])
}
