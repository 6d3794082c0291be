/** How the door itself says no, before anything is asked of the product, with the HTTP status. */
export const doorStatus = {
  unauthenticated: 401,
  no_such_path: 404,
  wrong_method: 405,
  malformed: 400,
  not_an_object: 400,
  body_too_large: 413,
  not_json: 415,
  foreign_origin: 403,
  bad_key: 400,
} as const

export class DoorRefusal extends Error {
  readonly code: keyof typeof doorStatus
  readonly details: Record<string, unknown>

  constructor(code: keyof typeof doorStatus, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'DoorRefusal'
    this.code = code
    this.details = details
  }
}
