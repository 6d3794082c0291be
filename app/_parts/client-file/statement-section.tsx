'use client'
import { useMessages, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormMoney, FormSelect } from '@/app/_parts/form/fields'
import { Button } from '@/app/_ui/button'
import { type StatementKind, statementCategories } from '@/lib/clients/statement'
import type { Row } from './statement-rows'

type Props = {
  kind: StatementKind
  rows: readonly Row[]
  change: (key: number, part: Partial<Row>) => void
  add: () => void
  remove: (key: number) => void
}

/** The lines of one kind. */
export function StatementSection({ kind, rows, change, add, remove }: Props) {
  const t = useTranslations('people')
  return (
    <fieldset className="grid gap-2 border-t border-line pt-2">
      <legend className="pr-2 font-semibold">{t(`kind.${kind}`)}</legend>
      {rows.map((row) => (
        <Line key={row.key} row={row} change={(part) => change(row.key, part)} remove={() => remove(row.key)} />
      ))}
      <div>
        <Button look="quiet" onClick={add}>
          + {t('addLine')}
        </Button>
      </div>
    </fieldset>
  )
}

type LineProps = { row: Row; change: (part: Partial<Row>) => void; remove: () => void }

function Line({ row, change, remove }: LineProps) {
  const t = useTranslations('people')
  const names: Record<string, string> = useMessages().people.category
  const name = `lines.${row.key}`
  // Where the field began; what is typed since lives in the field itself.
  const [{ category, amount }] = useState(row)
  const categories: readonly string[] = statementCategories[row.kind]
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
      <input type="hidden" name={`${name}.kind`} value={row.kind} />
      <FormSelect
        name={`${name}.category`}
        defaultValue={categories.includes(category) ? category : 'OTHER'}
        options={categories.map((code) => ({ value: code, label: names[code] ?? code }))}
        onChange={(event) => change({ category: event.target.value })}
      />
      <FormMoney name={`${name}.amount`} defaultValue={amount} onChange={(event) => change({ amount: event.target.value })} />
      <Button look="quiet" aria-label={t('removeLine')} onClick={remove}>
        ×
      </Button>
    </div>
  )
}
