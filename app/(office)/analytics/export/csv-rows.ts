import type { Row } from '@/lib/platform/table'

type Parts = { rows: readonly Row[]; facts: readonly Row[]; hashesTitle: string; hashes: readonly string[] }

/** A CSV has one sheet only: below the figures what they are of, and below that one fingerprint per row of the data. */
export const csvRows = ({ rows, facts, hashesTitle, hashes }: Parts): Row[] => [
  ...rows,
  [],
  ...facts,
  [],
  [hashesTitle],
  ...hashes.map((hash) => [hash]),
]
