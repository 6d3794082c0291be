/** Longest side in pixels of what is sent: a bill can still be read, and a slow network carries it. */
const longest = 2000
/** Below this a photo goes as it is. Bytes. */
const small = 1_000_000

/**
 * A smaller JPEG of a photo where the browser can make one (an iPhone also of its own HEIC); otherwise the file as it is. A
 * browser that would lay a photo on its side fails here on purpose: it does not know the option.
 */
export async function shrunk(file: File): Promise<File> {
  const isHeic = /\.hei[cf]$/i.test(file.name)
  if (!isHeic && !(file.type.startsWith('image/') && file.size > small)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const blob = await drawn(picture)
    const isBetter = blob !== null && (isHeic || blob.size < file.size)
    return isBetter ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}

function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.85)
  })
}
