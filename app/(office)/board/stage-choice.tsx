'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { SelectField } from '@/app/_ui/field'
import { openStages } from '@/db/vocabulary'
import type { Board } from './board-state'

type Columns = Board['columns']
type Props = { columns: Columns } & Pick<ComponentProps<'select'>, 'value' | 'defaultValue' | 'onChange'>

/** On a phone, which stage is shown, with how many cases there are in each. */
export function StageChoice({ columns, ...rest }: Props) {
  const [t, words] = [useTranslations('board.phone'), useTranslations('words')]
  const options = columns.map(({ stage: value, count }) => ({
    value,
    label: t('column', { stage: words(`stage.${value}`), count }),
  }))
  return <SelectField label={t('stage')} options={options} className="min-h-11" data-stage-choice {...rest} />
}

/** The first stage that has cases. */
export const firstStage = (columns: Columns) => columns.find(({ count }) => count > 0)?.stage ?? openStages[0]

/** What was chosen before scripts ran stays chosen. */
export function chosenBefore(columns: Columns) {
  const chosen = document.querySelector<HTMLSelectElement>('[data-first-screen] [data-stage-choice]')?.value
  return columns.find(({ stage }) => stage === chosen)?.stage ?? firstStage(columns)
}
