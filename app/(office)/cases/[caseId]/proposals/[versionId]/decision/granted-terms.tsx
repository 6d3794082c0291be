'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { useFormField } from '@/app/_parts/form/form-context'
import { Panel } from '@/app/_ui/panel'
import { reliefTypes } from '@/db/vocabulary'
import type { Proposal } from '@/lib/proposals/queries'
import { workOut } from '@/lib/proposals/work-out'
import { termsText } from '../../decision-values'
import { askedOfDraft, type Draft, draftOfLine, lineOf } from '../draft-state'
import { ReliefRow } from '../relief-row'
import { keptLine } from './kept-line'

/** The terms the creditor states, starting from what was asked; what is unticked is not granted. */
export function GrantedTerms({ proposal, debtId, kept }: { proposal: Proposal; debtId: string; kept: string | undefined }) {
  const t = useTranslations('proposals')
  const { id, error } = useFormField('granted')
  const { source } = proposal
  const asked = proposal.lines.find((line) => line.debtId === debtId)
  const sheet = source.sheets.find((known) => known.debtId === debtId)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...blank,
    lines: asked === undefined ? {} : { [debtId]: keptLine(kept, debtId) ?? draftOfLine(asked) },
  }))
  const { lines, faulty } = useMemo(() => askedOfDraft(draft, [debtId]), [draft, debtId])
  const worked = useMemo(() => workOut(source.sheets, lines, { surplus: null, from: source.today }), [source, lines])
  if (sheet === undefined || asked === undefined) return null
  const line = lineOf(draft, debtId)
  const shown = reliefTypes.filter((type) => line.on.includes(type) || asked.reliefs.some((relief) => relief.type === type))
  const others = reliefTypes.filter((type) => !shown.includes(type))
  const [after] = worked.lines
  const row = (type: (typeof reliefTypes)[number]) => (
    <ReliefRow
      key={type}
      type={type}
      sheet={sheet}
      line={line}
      isFaulty={faulty[debtId]?.includes(type) ?? false}
      today={source.today}
      change={(change) => setDraft(change)}
    />
  )
  return (
    <Panel title={t('answer.granted')} id={id}>
      <p className="text-muted">{t('grantedHint')}</p>
      {error !== undefined && <p className="text-dense font-medium text-bad">{error}</p>}
      <div className="grid gap-1.5">{shown.map(row)}</div>
      <details>
        <summary className="min-h-6 cursor-pointer text-primary">{t('moreReliefs', { count: others.length })}</summary>
        <div className="mt-2 grid gap-1.5">{others.map(row)}</div>
      </details>
      <input type="hidden" name="granted" value={termsText(lines[0]?.reliefs ?? [], faulty[debtId] ?? [])} />
      <input type="hidden" name="_granted" value={JSON.stringify({ debtId, ...line })} />
      {after !== undefined && (
        <p role="status" className="rounded-m bg-neutral-bg px-3 py-2 text-neutral">
          {t('comesTo', {
            first: yuan(after.after.rows[0]?.payment ?? '0'),
            instalment: yuan(after.instalment),
            count: after.after.rows.length,
            total: yuan(after.total),
          })}
        </p>
      )}
    </Panel>
  )
}

const blank = { letterLocale: 'zh-CN', sourceOfFunds: '', whatChanged: '', ratedWillingness: null, limitationAnswer: '' } as const
