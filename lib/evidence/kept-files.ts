import { join } from 'node:path'
import { Refusal, type RefusalCode } from '@/lib/core/refusal'
import { dataDirectory } from '@/lib/platform/env'
import type { FileProblem } from '@/lib/platform/file-kinds'
import { fileStore } from '@/lib/platform/file-store'
import { type AcceptedFile, checkFile } from '@/lib/platform/files'
import { imagePreview } from '@/lib/platform/image-preview'

/** Where an installation keeps files, each organisation in a folder of its own. */
export const keptFiles = () => fileStore(join(dataDirectory(), 'files'))

export type KeptFile = AcceptedFile & { previewHash: string | null }

/**
 * Checks a file by its content and keeps it as sent; pictures get a re-encoded preview beside it, without place, device
 * or time. On return both are on the disk. A call that fails later leaves a file that no row names, which harms nobody.
 * @throws Refusal `too_large`, `unsupported_type` or `invalid`, each with `problem`
 */
export async function keepFile(organisationId: string, bytes: Uint8Array, name: string): Promise<KeptFile> {
  const checked = await checkFile(bytes, name)
  if ('problem' in checked) throw new Refusal(codes[checked.problem] ?? 'invalid', detailsOf(checked.problem))
  const store = keptFiles()
  await store.store(organisationId, bytes)
  const preview = pictures.has(checked.file.kind) ? await imagePreview(bytes) : undefined
  const previewHash = preview === undefined ? null : (await store.store(organisationId, preview)).hash
  return { ...checked.file, previewHash }
}

const pictures = new Set(['JPEG', 'PNG'])

const codes: Partial<Record<FileProblem, RefusalCode>> = {
  too_large: 'too_large',
  kind_not_allowed: 'unsupported_type',
  content_differs: 'unsupported_type',
  heic: 'unsupported_type',
}

const detailsOf = (problem: FileProblem) => ({ problem, fields: { file: [problem] } })
