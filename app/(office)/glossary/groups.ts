import type { TermName } from '@/lib/i18n/messages/glossary'

/** The terms in the order in which somebody who begins would ask for them. */
export const termGroups = {
  owed: ['principal', 'interest', 'penalty', 'overdue', 'creditRecord', 'collection'],
  pays: ['monthly', 'instalments', 'equalInstalments', 'equalPrincipal', 'annualRate', 'dailyRate'],
  asks: ['surplus', 'extension', 'grace', 'waiver', 'lumpSum', 'interestFreeze'],
  follows: ['confirmation', 'keeping'],
  figures: ['oddsRatio', 'confidenceInterval'],
} as const satisfies Record<string, readonly TermName[]>

export const groupNames = ['owed', 'pays', 'asks', 'follows', 'figures'] as const satisfies readonly (keyof typeof termGroups)[]
