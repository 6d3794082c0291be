/** A column of figures or words; figures stand right. `share` is its part of the width, 1 where nothing is said. */
export type PaperColumn = { readonly title: string; readonly align: 'left' | 'right'; readonly share?: number }

/** What stands in a cell, and smaller under it. */
export type PaperCell = { readonly text: string; readonly under?: string }

/**
 * An estimate on its interval, drawn. Places are fractions of the picture's width between 0 and 1; `beyond`: on which sides it
 * runs on outside of the picture and ends in an arrow head. `mark`: 'none' where the estimate itself lies outside.
 */
export type PaperInterval = {
  readonly at: number
  readonly low: number
  readonly high: number
  readonly beyond: readonly [low: boolean, high: boolean]
  readonly mark: 'square' | 'circle' | 'dot' | 'none'
  readonly tone: 'up' | 'down' | 'plain'
}

/** One line of a picture; where nothing is drawn, `said` stands in its place. */
export type PaperIntervalRow = {
  readonly cells: readonly PaperCell[]
  readonly picture: PaperInterval | null
  readonly said: string
}

/** Lines that belong together, under a name, with a word of what they come to. */
export type PaperGroup = {
  readonly title: string
  readonly aside: string
  readonly tone: PaperInterval['tone']
  readonly rows: readonly PaperIntervalRow[]
}

/** One piece of a document, in reading order. Every text is plain text: nothing in it is ever markup. */
export type PaperBlock =
  | { readonly kind: 'salutation'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** What must not be overlooked. */
  | { readonly kind: 'callout'; readonly title: string; readonly text: string }
  /** Figures side by side: each with a label above and what limits it below. */
  | {
      readonly kind: 'figures'
      readonly items: readonly { readonly label: string; readonly value: string; readonly lines: readonly string[] }[]
    }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      /** The last line, set apart; empty where there is no sum. */
      readonly total: readonly string[]
    }
  /** A table with a drawn column: intervals on one scale, at the place of `picture.column` among the columns. */
  | {
      readonly kind: 'intervals'
      /** How to read the picture, above it. */
      readonly note: string
      readonly columns: readonly PaperColumn[]
      readonly picture: {
        readonly column: number
        readonly ticks: readonly { readonly at: number; readonly label: string }[]
        /** Where an interval must not reach to say anything; null where there is no such place. */
        readonly middle: number | null
      }
      readonly groups: readonly PaperGroup[]
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
