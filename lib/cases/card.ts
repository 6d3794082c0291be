import { z } from 'zod'
import { caseStages, movers, nextActionCodes, overlays } from '@/db/vocabulary'

/** The card of a case as the database writes it (write_card): masked name, money and dates as text. */
export const cardShape = z.object({
  id: z.uuid(),
  no: z.string(),
  name: z.string(),
  product: z.string(),
  owed: z.string(),
  action: z.enum(nextActionCodes).nullable(),
  text: z.string(),
  due: z.string().nullable(),
  whose: z.enum(movers),
  since: z.string(),
  owner: z.string(),
  hold: z.string().nullable(),
  overlays: z.array(z.enum(overlays)),
  stage: z.enum(caseStages),
  serial: z.int(),
  v: z.int(),
})
export type Card = z.output<typeof cardShape>

/** One card out of its stored text. Windows of cards are never parsed: they travel as text. */
export const parseCard = (text: string): Card => cardShape.parse(JSON.parse(text))
