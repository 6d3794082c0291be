import type { BundleItem } from '@/db/schema'
import { sha256 } from '@/lib/platform/hash'
import { type Sum, sumsText } from '@/lib/platform/sums'

/** A file that may go out: what it is, in both languages, and its bytes by hash and size. */
export type Sendable = Omit<BundleItem, 'file'> & { fileName: string }

/** The frozen list of a bundle: files numbered in their order, under names that no two share. */
export const bundleItems = (files: readonly Sendable[]): BundleItem[] =>
  files.map(({ fileName, ...file }, index) => ({ ...file, file: `files/${String(index + 1).padStart(2, '0')}-${fileName}` }))

/** Where the index stands in a bundle. */
export const indexName = 'index.html'

/** Every hash of a bundle: its index and its files. */
export const bundleSums = (indexHash: string, items: readonly BundleItem[]): Sum[] => [
  { path: indexName, hash: indexHash },
  ...items.map(({ file, hash }) => ({ path: file, hash })),
]

/** One fingerprint for a whole bundle: that of its list of hashes, as `sha256sum SHA256SUMS` gives it. */
export const listHash = (sums: readonly Sum[]): string => sha256(sumsText(sums))
