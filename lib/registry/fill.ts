/** A sentence with its {words} filled in; a word without a value becomes an ellipsis. */
export const fill = (sentence: string, values: Record<string, unknown>) =>
  sentence.replace(/\{(\w+)\}/g, (_, word: string) => String(values[word] ?? '…'))
