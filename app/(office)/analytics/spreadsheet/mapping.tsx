'use client'
import { useTranslations } from 'next-intl'
import { SelectField } from '@/app/_ui/field'
import { type Column, guessedOutcome, knownWhen, type Outcome, raised, type Use, uses } from './use'

type Props = {
  columns: Column[]
  outcome: Outcome
  onChange: (changed: { columns?: Column[]; outcome?: Outcome }) => void
}

const head = 'border-b border-line px-2 py-1 text-left font-medium text-muted whitespace-nowrap'
const cell = 'border-b border-line px-2 py-1 align-middle'
const select = 'min-h-8 rounded-[6px] border border-control bg-surface px-2 py-1 text-dense'
/** Only one column may be each of these. */
const single: readonly Use[] = ['outcome', 'strata', 'cluster', 'days']

/** What each column is, when it was known, and which values of the outcome mean approved and refused. */
export function Mapping({ columns, outcome, onChange }: Props) {
  const t = useTranslations('spreadsheet')
  const taken = (name: string, use: Use) => {
    const changed = columns.map((column) => {
      if (column.name === name) return { ...column, use }
      return single.includes(use) && column.use === use ? { ...column, use: 'ignore' as const } : column
    })
    const levels = columns.find((column) => column.name === name)?.levels ?? []
    onChange({ columns: changed, ...(use === 'outcome' && { outcome: guessedOutcome(levels) }) })
  }
  const changed = (name: string, change: Partial<Column>) =>
    onChange({ columns: columns.map((column) => (column.name === name ? { ...column, ...change } : column)) })
  return (
    <>
      <section aria-label={t('mapping')} tabIndex={0} className="relative overflow-x-auto">
        <table className="w-full border-collapse text-dense">
          <thead>
            <tr>
              {(['column', 'values', 'takenFor', 'known'] as const).map((key) => (
                <th key={key} scope="col" className={head}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow key={column.name} column={column} onUse={taken} onChange={changed} />
            ))}
          </tbody>
        </table>
      </section>
      <OutcomeValues columns={columns} outcome={outcome} onChange={(changed) => onChange({ outcome: changed })} />
    </>
  )
}

type RowProps = {
  column: Column
  onUse: (name: string, use: Use) => void
  onChange: (name: string, change: Partial<Column>) => void
}

function ColumnRow({ column: { name, filled, levels, use, known }, onUse, onChange }: RowProps) {
  const t = useTranslations('spreadsheet')
  const isFactor = use === 'category' || use === 'ordered' || use === 'number'
  return (
    <tr>
      <th scope="row" className={`${cell} text-left font-semibold`}>
        {name}
        <span className="block text-meta font-normal text-muted">{t('filled', { n: filled })}</span>
      </th>
      <td className={`${cell} max-w-80 text-muted`}>
        {levels !== null && use === 'ordered' ? (
          <LevelOrder levels={levels} onChange={(turned) => onChange(name, { levels: turned })} />
        ) : (
          valuesText(levels, t)
        )}
      </td>
      <td className={cell}>
        <select
          aria-label={t('takenForOf', { column: name })}
          className={select}
          value={use}
          onChange={({ target }) => onUse(name, uses.find((one) => one === target.value) ?? 'ignore')}
        >
          {uses.map((one) => (
            <option key={one} value={one}>
              {t(`use.${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td className={cell}>
        {isFactor && (
          <select
            aria-label={t('knownOf', { column: name })}
            className={select}
            value={known}
            onChange={({ target }) =>
              onChange(name, { known: knownWhen.find((one) => one === target.value) ?? 'before_submission' })
            }
          >
            {knownWhen.map((one) => (
              <option key={one} value={one}>
                {t(`when.${one}`)}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  )
}

type Translate = ReturnType<typeof useTranslations<'spreadsheet'>>

/** The first few values; that there are more is said. */
function valuesText(levels: readonly string[] | null, t: Translate) {
  if (levels === null) return t('many')
  return levels.slice(0, 6).join(t('comma')) + (levels.length > 6 ? t('andMore') : '')
}

type OrderProps = { levels: readonly string[]; onChange: (levels: string[]) => void }

/** Words have no order of their own: the trend is tested in the one shown here. */
function LevelOrder({ levels, onChange }: OrderProps) {
  const t = useTranslations('spreadsheet')
  return (
    <ol aria-label={t('order')} className="grid gap-1">
      {levels.map((level, place) => (
        <li key={level} className="flex items-center gap-2">
          <button
            type="button"
            disabled={place === 0}
            aria-label={t('earlier', { level })}
            className="min-h-8 min-w-8 rounded-[6px] border border-control bg-surface disabled:opacity-40"
            onClick={() => onChange(raised(levels, place))}
          >
            ↑
          </button>
          <span className="text-ink">{level}</span>
        </li>
      ))}
    </ol>
  )
}

type OutcomeProps = { columns: Column[]; outcome: Outcome; onChange: (outcome: Outcome) => void }

function OutcomeValues({ columns, outcome, onChange }: OutcomeProps) {
  const t = useTranslations('spreadsheet')
  const levels = columns.find(({ use }) => use === 'outcome')?.levels ?? []
  if (levels.length === 0) return null
  const options = [{ value: '', label: t('pick') }, ...levels.map((level) => ({ value: level, label: level }))]
  return (
    <div className="flex flex-wrap items-end gap-3">
      {(['event', 'nonEvent'] as const).map((side) => (
        <SelectField
          key={side}
          name={side}
          label={t(`outcome.${side}`)}
          options={options}
          value={outcome[side]}
          onChange={({ target }) => onChange({ ...outcome, [side]: target.value })}
        />
      ))}
      <p className="text-dense text-muted">{t('others')}</p>
    </div>
  )
}
