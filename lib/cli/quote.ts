import { quote as workOut } from '@/lib/relief/quote'
import { quoteInput } from '@/lib/relief/quote-input'
import { type QuoteText, toQuoteText } from '@/lib/relief/quote-text'
import { type Answer, misfit } from './answer'

/** `parley quote`: a debt and a set of reliefs in, the quote out, both as JSON. */
export function quote(json: unknown): Answer<QuoteText> {
  const parsed = quoteInput.safeParse(json)
  return parsed.success ? { ok: true, value: toQuoteText(workOut(parsed.data)) } : misfit(quoteInput, json, parsed.error)
}
