import { expect, test } from 'vitest'
import { exportKinds } from '@/lib/exports/kinds'
import { reportIds } from './registry'

test('no report has the name of a table that is taken along by the same address', () => {
  const tables: readonly string[] = exportKinds
  expect(reportIds.filter((id) => tables.includes(id))).toEqual([])
})
