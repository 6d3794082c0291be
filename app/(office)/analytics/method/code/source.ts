import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeFile } from '../formulas'

export type Source = { file: string; lines: { number: number; text: string }[] }

/** A file of the statistics as it runs here, line by line; undefined for every name that is not in the table of formulas. */
export async function sourceOf(name: string): Promise<Source | undefined> {
  const file = codeFile(name)
  if (file === undefined) return undefined
  // The bundler moves this file, so that only the working directory, which is the project's root, tells where sources lie.
  const text = await readFile(join(process.cwd(), 'lib', 'statistics', file), 'utf8')
  const lines = text.replace(/\n$/, '').split('\n')
  return { file: `lib/statistics/${file}`, lines: lines.map((line, index) => ({ number: index + 1, text: line })) }
}
