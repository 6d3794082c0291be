import { cutLink } from '../cut-link'

/** A link that was cut before its secret. */
export const GET = (request: Request) => cutLink('invitation', request)
