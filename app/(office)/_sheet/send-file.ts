import { maxFileSize } from '@/lib/platform/file-kinds'

/** Has a table read on the server. One too large would be turned away on its way, before anybody could say why, and one of no bytes would look like none: they are not sent. */
export async function sendFile<Read>(file: File | undefined, read: (form: FormData) => Promise<Read>) {
  if (file !== undefined && file.size > maxFileSize) return { problem: 'too_large' as const }
  if (file?.size === 0) return { problem: 'empty' as const }
  const form = new FormData()
  if (file !== undefined) form.set('file', file)
  return read(form)
}
