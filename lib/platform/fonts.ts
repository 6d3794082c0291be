import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// The bundler moves this file, so that only the working directory, which is the project's root, tells where fonts lie.
const installed = (...path: string[]) => join(process.cwd(), 'node_modules', '@expo-google-fonts', ...path)

/** Folder of the document templates and of the fonts for rare characters. */
export const typstFolder = () => join(process.cwd(), 'lib', 'platform', 'typst')

const serif = () => installed('noto-serif-sc', '400Regular')

/** Folders with the fonts of documents, all under the SIL Open Font License. Nothing of the machine's own fonts is used. */
export const fontFolders = (): string[] => [
  serif(),
  installed('noto-sans-sc', '400Regular'),
  installed('noto-sans-sc', '500Medium'),
  join(typstFolder(), 'fonts'),
]

/**
 * Text in which every character can be printed. One that no font has is not dropped: it becomes the printers' mark for a
 * missing character with its number, 〓(U+2A6A5), so that whoever reads the paper sees that something stands there.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(invisible, '')]
    .map((character) => (isPrintable(character) ? character : mark(character)))
    .join('')

/** The characters of a text that no font has, once each. */
export const missingCharacters = (text: string): string[] => [
  ...new Set([...text.normalize('NFC').replace(invisible, '')].filter((character) => !isPrintable(character))),
]

/**
 * As what a paper prints them, told beforehand: with its number only what is `shown` on the screen as well, so that nothing more is
 * told of a name that is masked there.
 */
export function missingMarks(text: string, shown: string): string[] {
  const seen = new Set(missingCharacters(shown))
  return missingCharacters(text).map((character) => (seen.has(character) ? mark(character) : '〓'))
}

// Controls, direction marks, joiners and variation selectors have no shape of their own.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}/gu

const mark = (character: string): string => `〓(U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()})`

const isPrintable = (character: string): boolean => coverage().has(character.codePointAt(0) ?? 0)

let covered: ReadonlySet<number> | undefined

/** Code points of the serif font and its two companions, in which every document ends its list of fonts. */
function coverage(): ReadonlySet<number> {
  covered ??= new Set(
    [
      join(serif(), 'NotoSerifSC_400Regular.ttf'),
      join(typstFolder(), 'fonts', 'NotoSerifJP-rare.ttf'),
      join(typstFolder(), 'fonts', 'NotoSerifHK-rare.ttf'),
    ].flatMap((path) => codePointsOf(readFileSync(path))),
  )
  return covered
}

/** The code points of a TrueType font, from the format 12 table of its character map (OpenType, cmap). */
function codePointsOf(font: Buffer): number[] {
  const table = tableAt(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(table + 2) },
    (_, index) => table + font.readUInt32BE(table + 8 + index * 8),
  )
  return subtables.filter((at) => font.readUInt16BE(at) === 12).flatMap((at) => groupsOf(font, at))
}

function tableAt(font: Buffer, tag: string): number {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag)
  if (record === undefined) throw new Error(`Font without a ${tag} table`)
  return font.readUInt32BE(record + 8)
}

const groupsOf = (font: Buffer, subtable: number): number[] =>
  Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, index) => subtable + 16 + index * 12).flatMap((at) => {
    const first = font.readUInt32BE(at)
    return Array.from({ length: font.readUInt32BE(at + 4) - first + 1 }, (_, offset) => first + offset)
  })
