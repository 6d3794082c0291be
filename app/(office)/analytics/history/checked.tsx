'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { ResultFileButton } from '@/app/(office)/_sheet/result-file-button'
import { countOf, type TakenRow } from '@/app/(office)/_sheet/taken-row'
import { type Sheet, titleOf } from './table'
import { useReasons, WrongRows } from './wrong-rows'

type Props = { sheet: Sheet; found: readonly TakenRow[]; isBusy: boolean; isTaken: boolean; onTake: () => void }

/** What would become of the rows, and the promise without which nothing is taken in. */
export function Checked({ sheet, found, isBusy, isTaken, onTake }: Props) {
  const t = useTranslations('history')
  const reasonOf = useReasons()
  const [isPromised, promise] = useState(false)
  const fresh = countOf(found, 'NEW')
  return (
    <Panel title={t('checked')}>
      <p role="status">{t('summary', { fresh, known: countOf(found, 'KNOWN'), refused: countOf(found, 'REFUSED') })}</p>
      <WrongRows found={found} titleOf={(field) => titleOf(sheet, field)} />
      {!isTaken && countOf(found, 'REFUSED') > 0 && (
        <div>
          <ResultFileButton sheet={sheet} name={t('sheet')} found={found} reasonOf={reasonOf} />
        </div>
      )}
      {fresh === 0 ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <>
          <label className="flex min-h-8 items-center gap-2">
            <input type="checkbox" checked={isPromised} onChange={({ target }) => promise(target.checked)} />
            {t('knownWhenSent')}
          </label>
          <div>
            <Button look="primary" disabled={isBusy || !isPromised} onClick={onTake}>
              {t('start', { n: fresh })}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}
