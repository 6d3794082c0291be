import { cutLink } from '../../../cut-link'

/** A link that something was stuck to. */
export const GET = (request: Request) => cutLink('calendar', request)
