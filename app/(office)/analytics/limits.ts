/** What the figures cannot say, by the names of the sentences: on the method page, beside an answer and in the report. */
export const limits = ['cause', 'selection', 'confounding', 'shape', 'filter', 'missing', 'feedback'] as const
