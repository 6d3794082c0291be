/** A column of figures or words; figures stand right. `share` is its part of the width, 1 where nothing is said. */
export type PaperColumn = { readonly title: string; readonly align: 'left' | 'right'; readonly share?: number }

/** One piece of a document, in reading order. Every text is plain text: nothing in it is ever markup. */
export type PaperBlock =
  | { readonly kind: 'salutation'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      /** The last line, set apart; empty where there is no sum. */
      readonly total: readonly string[]
    }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'new_page' }

/** A document on A4, as a letter (宋体, two-em indent, wide lines) or a report (compact, sans serif). */
export type Paper = {
  readonly layout: 'letter' | 'report'
  readonly language: 'zh-CN' | 'en'
  readonly title: string
  /** Under every page, left: case number, version, part of the hash. */
  readonly reference: string
  readonly blocks: readonly PaperBlock[]
}
