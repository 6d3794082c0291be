import { customType, date, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { money as exact, type Money, type Rate, rate } from '@/lib/platform/money'

/** CNY with two places: exact `numeric` in the database, `Decimal` in memory. */
export const money = customType<{ data: Money; driverData: string }>({
  dataType: () => 'numeric(14,2)',
  fromDriver: exact,
  toDriver: (value) => value.toFixed(2),
})

/** A rate in percent per day or year, as an exact decimal with up to eight places. */
export const percent = customType<{ data: Rate; driverData: string }>({
  dataType: () => 'numeric(14,8)',
  fromDriver: rate,
  toDriver: (value) => value.toFixed(),
})

/** ID number, phone, bank account: one door, so that encryption and erasure need no rewrite. */
export const personal = customType<{ data: string; driverData: string }>({ dataType: () => 'text' })

/** A file. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** A civil date (YYYY-MM-DD) in the organisation's time zone. */
export const civilDate = () => date({ mode: 'string' })
/** An instant in UTC. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })
export const organisationId = () => uuid().notNull()
export const version = () => integer().notNull().default(1)
export const words = () => text().array().notNull().default([])
