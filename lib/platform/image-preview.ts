import sharp from 'sharp'
import type { FileProblem } from './file-kinds'
import { withoutMetadata } from './photo-metadata'

/** 64 million pixels: above any phone's usual photo, and what decoding takes at most a quarter of a gigabyte for. */
const pixelLimit = 64_000_000

/** Longest side of a preview in pixels. */
const previewSide = 2000

// Uploads are rare and requests are not: one image at a time, nothing kept.
sharp.concurrency(1)
sharp.cache(false)

const opened = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', pages: 1 })

/** Why an image is not taken: more pixels than the limit (told by its header, before decoding), or not readable to the end. */
export async function imageProblem(bytes: Uint8Array): Promise<FileProblem | undefined> {
  const size = await headerOf(bytes)
  if (!size) return 'damaged'
  if (size.width * size.height > pixelLimit) return 'bomb'
  return (await imagePreview(bytes)) ? undefined : 'damaged'
}

/**
 * The picture people look at: turned upright, at most 2,000 pixels a side, re-encoded as JPEG on white, with none of the
 * original's metadata (place, device, time). Undefined where the bytes are no readable picture.
 */
export async function imagePreview(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await opened(bytes)
      .rotate()
      .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer()
  } catch {
    return undefined
  }
}

/** A photo as it was sent, to the pixel, without place, device and time; other files as they are. */
export async function photoWithoutPlace(bytes: Uint8Array): Promise<Uint8Array> {
  return withoutMetadata(bytes, (await headerOf(bytes))?.orientation)
}

async function headerOf(bytes: Uint8Array): Promise<{ width: number; height: number; orientation?: number } | undefined> {
  try {
    const { width, height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { width, height, orientation }
  } catch {
    return undefined
  }
}
