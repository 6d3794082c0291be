import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders, printable, typstFolder } from './fonts'
import type { Paper } from './paper'

/**
 * A paper as PDF/A-2b with its fonts embedded and its text selectable. The texts go in as data and are never read as
 * markup. `made` is the creation date; the same paper and date give the same bytes.
 */
export async function pdfOf(paper: Paper, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const typesetter = compiler()
  const result = typesetter.compile({ mainFilePath: join(typstFolder(), 'paper.typ'), inputs: { paper: dataOf(paper) } })
  if (!result.result) throw new Error(`The document could not be set: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`)
  const pdf = typesetter.pdf(result.result, { pdfStandard: 'a-2b', creationTimestamp: Math.floor(made.getTime() / 1000) })
  typesetter.evictCache(10)
  return new Uint8Array(pdf)
}

// Loading the fonts takes most of a first document's time, so the process keeps one typesetter.
let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: typstFolder(), fontArgs: [{ fontPaths: fontFolders() }] })
  return shared
}

const dataOf = (paper: Paper): string =>
  JSON.stringify(paper, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value))
