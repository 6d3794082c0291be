/** What was typed a line each, without blanks, empty lines and repeats. */
export const linesOf = (text: unknown): string[] =>
  typeof text === 'string' ? [...new Set(text.split(/[\s,，、;；]+/).filter((line) => line !== ''))] : []
