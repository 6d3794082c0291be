/** Whose record a call touches: a case or client in the caller's scope, something of the whole office, or the caller's own. */
export type ObjectKind = 'case' | 'client' | 'office' | 'own'

/** Where a command or query is found below /api/v1. A word in braces is a field of its input. */
export type Route = { method: 'GET' | 'POST' | 'PATCH'; path: string; object: ObjectKind; creates?: true; takesFile?: true }

export const get = (path: string, object: ObjectKind): Route => ({ method: 'GET', path, object })
export const post = (path: string, object: ObjectKind): Route => ({ method: 'POST', path, object })
export const patch = (path: string, object: ObjectKind): Route => ({ method: 'PATCH', path, object })
export const create = (path: string, object: ObjectKind): Route => ({ method: 'POST', path, object, creates: true })
export const upload = (path: string, object: ObjectKind): Route => ({ ...create(path, object), takesFile: true })
