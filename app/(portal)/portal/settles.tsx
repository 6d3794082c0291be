import { getLocale } from 'next-intl/server'
import { type Settles as Order, settlesText } from '@/lib/portal/settles-text'

/** What a payment settles first, in one sentence; nothing where an instalment has only one thing to settle. */
export async function Settles(order: Order) {
  const text = settlesText(order, await getLocale())
  return text === undefined ? null : <p className="note">{text}</p>
}
