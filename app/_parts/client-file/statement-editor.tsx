'use client'
import { useMessages, useTranslations } from 'next-intl'
import { useState } from 'react'
import { yuan } from '@/app/_parts/amount'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormMoney, FormText } from '@/app/_parts/form/fields'
import { type StatementKind, statementKinds, summarise } from '@/lib/clients/statement'
import type { StatementView } from '@/lib/clients/statement.queries'
import { parseMoney, toText, zero } from '@/lib/platform/money'
import { saveStatementAction } from './actions'
import { type Row, startingRows } from './statement-rows'
import { StatementSection } from './statement-section'

type Props = { clientId: string; from: StatementView | undefined; today: string }

/** A new version, begun from the last one; what is left each month is worked out while typing. */
export function StatementEditor({ clientId, from, today }: Props) {
  const t = useTranslations('people')
  const { people } = useMessages()
  const [rows, setRows] = useState(() => startingRows(from))
  const [reserve, setReserve] = useState(from?.reserve ?? '')
  const known = rows.map(({ kind, amount }) => ({ kind, amount: parseMoney(amount) ?? zero }))
  const { disposable } = summarise(known, parseMoney(reserve) ?? zero)
  const change = (key: number, part: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = (kind: StatementKind) =>
    setRows((all) => [
      ...all,
      { key: Math.max(0, ...all.map((row) => row.key)) + 1, kind, category: 'OTHER', amount: '', note: '' },
    ])
  const names: Record<string, string> = people.category
  const amountsOf = (all: readonly Row[]) =>
    Object.fromEntries(
      all.map(({ key, category }) => [`lines.${key}.amount`, t('amountOf', { category: names[category] ?? category })]),
    )
  return (
    <CommandForm
      action={saveStatementAction}
      labels={{ ...people.field, ...amountsOf(rows) }}
      submit={t('saveStatement')}
      hidden={{ clientId, 'basedOn:int': from?.number ?? 0 }}
      keeps
    >
      <p className="text-dense text-muted">{t('statementHint')}</p>
      <FormText name="asOf" type="date" required defaultValue={today} />
      {statementKinds.map((kind) => (
        <StatementSection
          key={kind}
          kind={kind}
          rows={rows.filter((row) => row.kind === kind)}
          change={change}
          add={() => add(kind)}
          remove={(key) => setRows((all) => all.filter((row) => row.key !== key))}
        />
      ))}
      <FormMoney name="reserve" required defaultValue={from?.reserve} onChange={(event) => setReserve(event.target.value)} />
      <output
        className={`grid gap-0.5 rounded-m p-3 ${disposable.lt(zero) ? 'bg-bad-bg text-bad' : 'bg-primary-tint text-primary'}`}
      >
        <span className="flex justify-between font-semibold">
          <span>{t('disposable')}</span>
          <span>{yuan(toText(disposable))}</span>
        </span>
        <span className="text-dense">{disposable.lt(zero) ? t('notEnough') : t('disposableHint')}</span>
      </output>
    </CommandForm>
  )
}
