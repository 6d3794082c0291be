import type { z } from 'zod'

/** What a command of the command line came to: plain values for machines, text for people. */
export type Done = { ok: boolean; value: unknown; text: string }

/** One command of the command line. Its options are the fields of its input, described where they are defined. */
export type Line<Input extends z.ZodObject = z.ZodObject> = {
  input: Input
  /** The field that is given without a name, such as a file. */
  positional?: string
  /** Whether it works on the office of this installation, whose database is then opened first. */
  needsOffice: boolean
  run(values: z.output<Input>): Promise<Done>
}

export const line = <Input extends z.ZodObject>(definition: Line<Input>) => definition

/** A failure that is an answer: exit code 1 and this sentence. */
export class Failed extends Error {}

/** One line a person reads for each row: columns padded to their widest value. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)), [])
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
