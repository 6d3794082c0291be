'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { yuan } from '@/app/_parts/amount'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { Button } from '@/app/_ui/button'
import { Pill } from '@/app/_ui/pill'
import type { offers as messages } from '@/lib/i18n/messages/offers'
import type { Compared, Valued } from '@/lib/offers/valued'
import { money } from '@/lib/platform/money'
import type { AskedLine } from '@/lib/proposals/work-out'
import { reliefText } from './relief-text'

type Props = { asIs: Compared; offers: readonly Valued[]; take: (lines: readonly AskedLine[]) => void }

/** One column for each offer, one row for each thing that is compared; the plan as it is stands first. */
export function OfferTable({ asIs, offers, take }: Props) {
  const t = useTranslations('offers')
  const rows = useRows()
  const all: Compared[] = [asIs, ...offers]
  return (
    <section aria-label={t('title')} tabIndex={0} className="overflow-x-auto rounded-m border border-line">
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr>
            <td className={cell} />
            <th scope="col" className={`${cell} text-left`}>
              {t('asIs')}
            </th>
            {offers.map((offer) => (
              <th key={offer.kind} scope="col" className={`${cell} text-left`}>
                <span className="grid justify-items-start gap-1">
                  {t(`kind.${offer.kind}`)}
                  <Pill tone={offer.affordability.fits ? 'ok' : 'bad'}>{t(offer.affordability.fits ? 'fits' : 'tooMuch')}</Pill>
                  <Button
                    look="primary"
                    aria-label={t('useWhat', { kind: t(`kind.${offer.kind}`) })}
                    onClick={() => take(offer.lines)}
                  >
                    {t('use')}
                  </Button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, show }) => (
            <tr key={key}>
              <th
                scope="row"
                className={`${cell} sticky left-0 bg-surface text-left font-medium text-muted sm:whitespace-nowrap`}
              >
                {t(`row.${key}`)}
              </th>
              {all.map((one, index) => (
                <td key={index === 0 ? 'asIs' : offers[index - 1]?.kind} className={cell}>
                  {show(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'border-b border-line px-3 py-1.5 align-top min-w-[7em]'

type RowKey = keyof typeof messages.zh.row
type Row = { key: RowKey; show: (offer: Compared | Valued) => ReactNode }

function useRows(): Row[] {
  const [t, proposals, words, quote] = [
    useTranslations('offers'),
    useTranslations('proposals'),
    useTranslations('words'),
    useTranslations('quote'),
  ]
  const civil = useCivilDates()
  const asked = (lines: readonly AskedLine[]) =>
    [...new Set(lines.flatMap(({ reliefs }) => reliefs.map((relief) => reliefText(relief, proposals, words, civil))))].join(
      proposals('semicolon'),
    )
  const against = (saving: string) =>
    saving.startsWith('-') ? t('moreInAll', { amount: yuan(saving.slice(1)) }) : t('lessInAll', { amount: yuan(saving) })
  return [
    {
      key: 'asked',
      show: (offer) => <span className="block max-w-[16em]">{'lines' in offer ? asked(offer.lines) : t('nothingAsked')}</span>,
    },
    { key: 'instalment', show: (offer) => <Instalment offer={offer} /> },
    { key: 'total', show: ({ total }) => <b>{yuan(total)}</b> },
    { key: 'saving', show: (offer) => ('kind' in offer ? against(offer.saving) : '—') },
    { key: 'annual', show: ({ annualPercent }) => (annualPercent === null ? '—' : rangeOf(annualPercent)) },
    {
      key: 'last',
      show: ({ last, periods }) => (
        <>
          <span className="whitespace-nowrap">{civil.inColumn(last)}</span>
          <span className="block text-muted">{t('periods', { count: periods })}</span>
        </>
      ),
    },
    { key: 'waived', show: ({ waived }) => (waived === '0.00' ? t('none') : yuan(waived)) },
    {
      key: 'buffer',
      show: ({ affordability: { buffer, fits } }) => <span className={fits ? '' : 'font-semibold text-bad'}>{yuan(buffer)}</span>,
    },
    {
      key: 'recovers',
      show: ({ recovers }) => (
        <>
          {yuan(recovers.total)}
          <span className="block text-muted">
            {t('recovered', { percent: recovers.percent, present: recovers.presentPercent })}
          </span>
        </>
      ),
    },
    {
      key: 'notes',
      show: ({ warnings }) => (
        <ul className="grid max-w-[16em] gap-1 text-wait">
          {warnings.map((code) => (
            <li key={code}>{quote(`warning.${code}`)}</li>
          ))}
        </ul>
      ),
    },
  ]
}

/** The usual instalment; the first and the heaviest where they are others. */
function Instalment({ offer: { first, instalment, largest } }: { offer: Compared }) {
  const t = useTranslations('offers')
  const isRaised = money(largest).minus(money(instalment)).gt('1') && largest !== first
  return (
    <>
      <b>{yuan(instalment)}</b>
      {first !== instalment && <span className="block">{t('firstIs', { amount: yuan(first) })}</span>}
      {isRaised && <span className="block">{t('largestIs', { amount: yuan(largest) })}</span>}
    </>
  )
}

const rangeOf = ({ low, high }: { low: string; high: string }) => (low === high ? `${low}%` : `${low}%–${high}%`)
