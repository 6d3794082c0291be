import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Card } from '@/lib/cases/card'
import { DueText, NextAction, Whose } from '../board/card-face'
import type { Now } from '../board/card-words'

/** One line of the day: which case, what to do, by when, and the two quickest ways on. */
export function UrgentCase({ card, now, mayLog }: { card: Card; now: Now; mayLog: boolean }) {
  const [words, t] = [useTranslations('words'), useTranslations('board.menu')]
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-1.5 last:border-0 md:grid md:grid-cols-[84px_120px_1fr_auto_auto_auto]">
      <Link href={`/cases/${card.id}`} className="min-h-6 content-center text-dense text-primary">
        {card.no}
      </Link>
      <b className="truncate font-semibold">{card.name}</b>
      <span className="flex min-w-0 basis-full items-baseline gap-2">
        <NextAction card={card} />
        <span className="shrink-0 text-meta text-muted">{words(`stage.${card.stage}`)}</span>
      </span>
      <DueText due={card.due} now={now} />
      <Whose whose={card.whose} />
      {mayLog && (
        <Link href={`/cases/${card.id}/contacts#log`} className="min-h-6 content-center text-dense text-primary">
          {t('contact')}
        </Link>
      )}
    </li>
  )
}
