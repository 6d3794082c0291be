import { readFile } from 'node:fs/promises'
import { Failed } from './line'

/** Everything that is piped in, as text. */
export async function standardInput(): Promise<string> {
  return (await pipedBytes()).toString('utf8')
}

/** A file's bytes; `-` is what is piped in. @throws Failed with a sentence */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await pipedBytes() : await readFile(file)
  } catch {
    throw new Failed(`${file} cannot be read. Check the path and who may read it.`)
  }
}

/** A file's JSON, with or without the mark some editors put before it; `-` is what is piped in. @throws Failed with a sentence */
export async function jsonOf(file: string): Promise<unknown> {
  // A TextDecoder drops the mark; a Buffer keeps it, and JSON allows none.
  const text = new TextDecoder().decode(await bytesOf(file))
  try {
    return JSON.parse(text)
  } catch {
    throw new Failed(
      `${file === '-' ? 'What is piped in' : file} is not valid JSON. Check its commas, brackets and quotation marks.`,
    )
  }
}

async function pipedBytes(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
