'use client'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TermLine } from '@/app/_parts/financial-term'
import { FormCheck, FormMoney, FormSelect, FormText } from '@/app/_parts/form/fields'
import { balanceBuckets, creditStatuses, fundingModes, holderStages, repaymentMethods } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import type { DebtShown } from './debt-card'
import type { ProductChoice } from './debt-forms'

type Props = {
  products: readonly ProductChoice[]
  debt: Partial<DebtShown>
  /** What an emptied field means: left out on a new loan note, not known any more on an old one. */
  clears: '' | ':null'
}

const rateSources = ['CONTRACT', 'APP', 'CLIENT', 'UNKNOWN'] as const

/** Everything that may be known of a loan note, in the order one looks it up. Only principal and method are needed. */
export function DebtFields({ products, debt, clears }: Props) {
  return (
    <>
      <Group name="balance">
        {balanceBuckets.map((bucket) => (
          <FormMoney key={bucket} name={bucket} defaultValue={debt[bucket]} isOptional={bucket !== 'principal'} />
        ))}
      </Group>
      <Group name="terms">
        <Terms products={products} debt={debt} clears={clears} />
      </Group>
      <Group name="dates">
        <Dates debt={debt} clears={clears} />
      </Group>
      <Group name="holder">
        <Holder debt={debt} />
      </Group>
      <Group name="record">
        <Record debt={debt} clears={clears} />
      </Group>
      <TermLine of={['equalInstalments', 'equalPrincipal', 'grace', 'collection', 'creditRecord']} />
    </>
  )
}

function Group({ name, children }: { name: 'balance' | 'terms' | 'dates' | 'holder' | 'record'; children: ReactNode }) {
  const t = useTranslations('debts')
  return (
    <fieldset className="border-t border-line pt-2">
      <legend className="pr-2 font-semibold">{t(`groups.${name}`)}</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </fieldset>
  )
}

function Terms({ products, debt, clears }: Props) {
  const { words, debts } = useMessages()
  const locale = useLocale()
  return (
    <>
      <FormSelect
        name="productId"
        defaultValue={debt.productId}
        options={products.map(({ id, brand }) => ({ value: id, label: nameIn(locale, brand) }))}
      />
      <FormText name="contractNumber:blank" isOptional defaultValue={debt.contractNumber} autoComplete="off" maxLength={80} />
      <FormText name="contractLender:blank" isOptional defaultValue={debt.contractLender} autoComplete="off" maxLength={120} />
      <FormMoney name={`originalAmount${clears}`} isOptional defaultValue={debt.originalAmount} />
      <FormMoney name={`creditLimit${clears}`} isOptional defaultValue={debt.creditLimit} />
      <FormSelect
        name="method"
        defaultValue={debt.method}
        options={repaymentMethods.map((code) => ({ value: code, label: words.method[code] }))}
      />
      <FormText
        name={`dailyPercent${clears}`}
        isOptional
        inputMode="decimal"
        defaultValue={debt.dailyPercent}
        autoComplete="off"
      />
      <FormSelect
        name="rateSource"
        defaultValue={debt.rateSource ?? 'UNKNOWN'}
        options={rateSources.map((code) => ({ value: code, label: debts.rateSource[code] }))}
      />
    </>
  )
}

function Dates({ debt, clears }: Omit<Props, 'products'>) {
  return (
    <>
      <FormText name={`startedOn${clears}`} type="date" isOptional defaultValue={debt.startedOn} />
      <FormText name={`endsOn${clears}`} type="date" isOptional defaultValue={debt.endsOn} />
      <FormText name={`nextDueOn${clears}`} type="date" isOptional defaultValue={debt.nextDueOn} />
      <FormText name={`oldestUnpaidDueOn${clears}`} type="date" isOptional defaultValue={debt.oldestUnpaidDueOn} />
      <FormText name="totalPeriods:int" isOptional inputMode="numeric" defaultValue={debt.totalPeriods} />
      <FormText name="remainingPeriods:int" isOptional inputMode="numeric" defaultValue={debt.remainingPeriods} />
      <FormText name="graceDays:int" isOptional inputMode="numeric" defaultValue={debt.graceDays} />
    </>
  )
}

function Holder({ debt }: { debt: Partial<DebtShown> }) {
  const { words } = useMessages()
  return (
    <>
      <FormText name="currentHolder:blank" isOptional defaultValue={debt.currentHolder} maxLength={120} />
      <FormText name="collector:blank" isOptional defaultValue={debt.collector} maxLength={120} />
      <FormSelect
        name="fundingMode"
        defaultValue={debt.fundingMode ?? 'UNKNOWN'}
        options={fundingModes.map((code) => ({ value: code, label: words.fundingMode[code] }))}
      />
      <FormSelect
        name="holderStage"
        defaultValue={debt.holderStage ?? 'UNKNOWN'}
        options={holderStages.map((code) => ({ value: code, label: words.holderStage[code] }))}
      />
    </>
  )
}

function Record({ debt, clears }: Omit<Props, 'products'>) {
  const { words } = useMessages()
  return (
    <>
      <FormSelect
        name="creditStatus"
        defaultValue={debt.creditStatus ?? 'UNKNOWN'}
        options={creditStatuses.map((code) => ({ value: code, label: words.creditStatus[code] }))}
      />
      <FormText name="overdueEpisodes:int" isOptional inputMode="numeric" defaultValue={debt.overdueEpisodes} />
      <FormText name={`onTimePercent${clears}`} isOptional inputMode="decimal" defaultValue={debt.onTimePercent} />
      <FormText name="earlierRestructures:int" isOptional inputMode="numeric" defaultValue={debt.earlierRestructures} />
      <FormText
        name={`limitationLastInterruption${clears}`}
        type="date"
        isOptional
        defaultValue={debt.limitationLastInterruption}
      />
      <FormText name="limitationBasis:blank" isOptional defaultValue={debt.limitationBasis} maxLength={300} />
      <FormCheck name="disputed" defaultChecked={debt.disputed ?? false} />
    </>
  )
}
