import { useTranslations } from 'next-intl'
import type { Result } from '@/lib/analysis/result'
import { byChance } from '../in-figures'

type Props = Pick<Result, 'model' | 'factors'> & { tested: number }

/** How the figures of a table came about: the model with what it adjusts for, every kind of interval, and the tests that were made. */
export function MethodText({ model, factors, tested }: Props) {
  const [t, words] = [useTranslations('spreadsheet'), useTranslations('analytics')]
  const comma = words('comma')
  const columns = model.method === 'refused' ? [] : [...model.factors, ...model.include]
  const tests = [...new Set(factors.flatMap(({ test }) => test?.name ?? []))].map((name) => t(`test.${name}`))
  const said = [
    t('method', { model: t(`model.${model.method}`), n: model.n, parameters: model.parameters }),
    ...(columns.length === 0 ? [] : [t('adjustedFor', { columns: columns.join(comma) })]),
    words('methodOthers'),
    t('rates'),
    ...(tests.length === 0 ? [] : [t('tests', { names: tests.join(comma) })]),
    words('methodTests', { tested, chance: byChance(tested) }),
  ]
  return <p className="text-dense text-muted">{said.join(' ')}</p>
}
