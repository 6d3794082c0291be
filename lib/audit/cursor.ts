import { z } from 'zod'

const shape = z.tuple([z.iso.datetime(), z.uuid()])

/** Whether a text is a place in the access log to go on from: `2026-11-21T02:00:00.000Z~<id>`. */
export const isCursor = (text: string): boolean => shape.safeParse(text.split('~')).success
