'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { ResultFileButton } from '@/app/(office)/_sheet/result-file-button'
import { countOf, type TakenRow } from '@/app/(office)/_sheet/taken-row'
import { type ConsentChannel, consentChannels } from '@/db/vocabulary'
import { BadRows } from './bad-rows'
import { rowsToSend, type Sheet, titleOf } from './table'

type Props = {
  sheet: Sheet
  found: readonly TakenRow[]
  isBusy: boolean
  isTaken: boolean
  onTake: (consent: ConsentChannel) => void
}

const previewed = 5

/** What would become of the rows, the first of them as they would be read, and the button that takes them in. */
export function Checked({ sheet, found, isBusy, isTaken, onTake }: Props) {
  const [t, people] = [useTranslations('imports'), useTranslations('people')]
  const [consent, setConsent] = useState<ConsentChannel>()
  const [fresh, joins] = [countOf(found, 'NEW'), countOf(found, 'JOINS')]
  const good = new Set(found.flatMap(({ line, state }) => (state === 'NEW' || state === 'JOINS' ? [line] : [])))
  const rows = rowsToSend(sheet).filter(({ line }) => good.has(line))
  return (
    <Panel title={t('checked')}>
      <p role="status">{t('summary', { fresh, joins, known: countOf(found, 'KNOWN'), refused: countOf(found, 'REFUSED') })}</p>
      <BadRows found={found} titleOf={(field) => titleOf(sheet, field)} />
      {!isTaken && countOf(found, 'REFUSED') > 0 && (
        <div>
          <ResultFileButton sheet={sheet} name={t('sheet')} found={found} />
        </div>
      )}
      {rows.length === 0 ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <>
          <h3 className="font-medium">{t('preview')}</h3>
          <Table
            label={t('preview')}
            rows={rows.slice(0, previewed)}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', title: t('line'), align: 'right', cell: ({ line }) => line },
              ...(['name', 'phone', 'idNumber', 'product', 'principal', 'closingOutcome'] as const).map((field) => ({
                ...{ key: field, title: t(`field.${field}`), isShort: true },
                cell: ({ values }: (typeof rows)[number]) => values[field] ?? '',
              })),
            ]}
          />
          <div className="grid max-w-[40em] gap-3">
            <SelectField
              id="import-consent"
              label={t('consent')}
              hint={t('consentHint')}
              value={consent ?? ''}
              onChange={({ target }) => setConsent(consentChannels.find((channel) => channel === target.value))}
              options={[
                { value: '', label: t('pick') },
                ...consentChannels.map((channel) => ({ value: channel, label: people(`consentChannel.${channel}`) })),
              ]}
            />
            <div>
              <Button
                look="primary"
                disabled={isBusy || consent === undefined}
                onClick={() => consent !== undefined && onTake(consent)}
              >
                {t('start', { n: rows.length })}
              </Button>
            </div>
          </div>
        </>
      )}
    </Panel>
  )
}
