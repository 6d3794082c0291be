import { readFile } from 'node:fs/promises'
import { Failed } from './line'

/** Everything that is piped in. */
export async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** A file's bytes. @throws Failed with a sentence */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new Failed(`${file} cannot be read. Check the path and who may read it.`)
  }
}

/** A file's JSON; `-` is what is piped in. @throws Failed with a sentence */
export async function jsonOf(file: string): Promise<unknown> {
  const text = file === '-' ? await standardInput() : Buffer.from(await bytesOf(file)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new Failed(
      `${file === '-' ? 'What is piped in' : file} is not valid JSON. Check its commas, brackets and quotation marks.`,
    )
  }
}
