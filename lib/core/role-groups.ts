/** Roles that often go together; each name says what they do. */

export const everyone = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR', 'CLIENT', 'DELEGATE'] as const
export const staff = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'ANALYST', 'AUDITOR'] as const
export const readers = ['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT', 'AUDITOR'] as const
export const intake = ['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT'] as const
export const casework = ['SUPERVISOR', 'COUNSELLOR'] as const
export const supervision = ['SUPERVISOR'] as const
export const administration = ['ADMIN'] as const
export const offices = ['ADMIN', 'SUPERVISOR'] as const
/** Those who may take reports along. */
export const takers = ['SUPERVISOR', 'ANALYST', 'COUNSELLOR'] as const
export const portal = ['CLIENT', 'DELEGATE'] as const
export const templateReaders = ['ADMIN', 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR'] as const
