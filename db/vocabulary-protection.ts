/** The closed lists of words of what an office writes down about the data it keeps [PIPL 55–57]. */

export const recordKinds = ['ASSESSMENT', 'INCIDENT'] as const
/** What asks for an assessment before it begins [PIPL 55]. */
export const assessmentCauses = ['SENSITIVE', 'AUTOMATED', 'SHARING', 'CROSS_BORDER', 'OTHER'] as const
export const riskLevels = ['LOW', 'MEDIUM', 'HIGH'] as const
export const assessmentDecisions = ['GO', 'GO_WITH_MEASURES', 'STOP'] as const
/** Kinds of data an incident touched. */
export const dataKinds = ['IDENTITY', 'CONTACT', 'FINANCE', 'HEALTH', 'FILES', 'MESSAGES', 'ACCOUNTS', 'OTHER'] as const
/** What a notice to the people concerned says [PIPL 57]; whom to ask is added where it is read. */
export const noticeParts = ['what', 'harm', 'done', 'advice'] as const

export type NoticeText = Record<(typeof noticeParts)[number], string>
export type RecordKind = (typeof recordKinds)[number]
export type DataKind = (typeof dataKinds)[number]
