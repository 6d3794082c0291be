/** What a client hears about keeping the record clean and making no new arrears (FB-06), in the order it is told. */
export const educationTopics = ['PRIORITIES', 'NO_NEW_DEBT', 'KEEP_TALKING', 'AUTO_DEBIT', 'CREDIT_RECORD', 'FRAUD'] as const
