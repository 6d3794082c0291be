import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { Table } from '@/app/_ui/table'
import type { Card } from '@/lib/cases/card'
import { nameIn } from '@/lib/creditors/names'
import { DueText, NextAction, Stay, Whose } from '../board/card-face'
import type { Now } from '../board/card-words'

/** One row per case; what a card says, in columns. */
export function CaseTable({ cards, now }: { cards: readonly Card[]; now: Now }) {
  const [t, words, locale] = [useTranslations('board.list'), useTranslations('words'), useLocale()]
  return (
    <Table
      label={t('title')}
      rows={cards}
      rowKey={({ id }) => id}
      columns={[
        {
          isShort: true,
          key: 'no',
          title: t('number'),
          cell: (card) => (
            <Link href={`/cases/${card.id}`} className="text-primary">
              {card.no}
            </Link>
          ),
        },
        { isShort: true, key: 'name', title: t('client'), cell: ({ name }) => name },
        { isShort: true, key: 'product', title: t('product'), cell: ({ product }) => nameIn(locale, product) },
        { isShort: true, key: 'owed', title: t('owed'), align: 'right', cell: ({ owed }) => yuan(owed) },
        { isShort: true, key: 'stage', title: t('stage'), cell: ({ stage }) => words(`stage.${stage}`) },
        { key: 'next', title: t('next'), cell: (card) => isOpen(card) && <NextAction card={card} /> },
        { isShort: true, key: 'due', title: t('due'), cell: (card) => isOpen(card) && <DueText due={card.due} now={now} /> },
        { isShort: true, key: 'whose', title: t('whose'), cell: ({ whose }) => <Whose whose={whose} /> },
        { isShort: true, key: 'age', title: t('age'), cell: (card) => isOpen(card) && <Stay card={card} now={now} /> },
        { isShort: true, key: 'owner', title: t('owner'), cell: ({ owner }) => owner },
      ]}
    />
  )
}

/** Nothing more is to be done in a closed case: no action is missing there, and nothing is waited for. */
const isOpen = ({ stage }: Card) => stage !== 'CLOSED'
