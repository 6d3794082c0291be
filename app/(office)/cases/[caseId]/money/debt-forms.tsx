'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormMoney } from '@/app/_parts/form/fields'
import { balanceBuckets } from '@/db/vocabulary'
import { addDebtAction, recordSnapshotAction, updateDebtAction } from './actions'
import type { DebtShown } from './debt-card'
import { DebtFields } from './debt-fields'

export type ProductChoice = { id: string; brand: string }

export function AddDebt({
  caseId,
  productId,
  products,
}: {
  caseId: string
  productId: string
  products: readonly ProductChoice[]
}) {
  const t = useTranslations('debts')
  const { debts } = useMessages()
  return (
    <CommandForm action={addDebtAction} labels={debts.field} submit={t('addSubmit')} hidden={{ caseId }}>
      <DebtFields products={products} debt={{ productId }} clears="" />
    </CommandForm>
  )
}

export function ChangeDebt({ debt, products }: { debt: DebtShown; products: readonly ProductChoice[] }) {
  const t = useTranslations('debts')
  const { debts } = useMessages()
  return (
    <CommandForm
      key={debt.version}
      action={updateDebtAction}
      labels={debts.field}
      submit={t('changeSubmit')}
      hidden={{ debtId: debt.id, 'version:int': debt.version }}
      keeps
    >
      <DebtFields products={products} debt={debt} clears=":null" />
    </CommandForm>
  )
}

/** The bill, line by line as the app shows it. */
export function RecordSnapshot({ debt }: { debt: DebtShown }) {
  const t = useTranslations('debts')
  const { debts } = useMessages()
  return (
    <CommandForm
      key={debt.version}
      action={recordSnapshotAction}
      labels={debts.field}
      submit={t('snapshotSubmit')}
      hidden={{ debtId: debt.id }}
      keeps
    >
      <p className="text-dense text-muted">{t('snapshotHint')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {balanceBuckets.map((bucket) => (
          <FormMoney key={bucket} name={bucket} required defaultValue={debt[bucket]} />
        ))}
      </div>
    </CommandForm>
  )
}
