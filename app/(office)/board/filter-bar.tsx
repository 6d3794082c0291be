'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { caseStages, hardshipTypes, movers } from '@/db/vocabulary'
import { dueFilters } from '@/lib/cases/filter-words'
import { FilterChip } from './filter-chip'
import { withChanges } from './query-of'

export type Named = { id: string; name: string }
type Props = {
  people: readonly Named[]
  creditors: readonly Named[]
  filters: Record<string, string | readonly string[] | undefined>
  /** A list also chooses the stage; on the board stages are the columns. */
  withStage?: boolean
}

/** The filters as chips; all of them live in the address, so that Back works and a link shows the same. */
export function FilterBar({ people, creditors, filters, withStage = false }: Props) {
  const [t, words, change] = [useTranslations('board.filter'), useTranslations('words'), useAddress()]
  const everybody = [
    { id: '', text: t('ownerAll') },
    { id: 'me', text: t('ownerMe') },
    ...people.map(({ id, name }) => ({ id, text: name })),
  ]
  const any = { id: '', text: t('any') }
  const open = { id: '', text: t('openStages') }
  const stage = {
    name: 'stage',
    label: t('stage'),
    choices: [open, ...caseStages.map((id) => ({ id, text: words(`stage.${id}`) }))],
  }
  const chips = [
    ...(withStage ? [stage] : []),
    { name: 'owner', label: t('owner'), choices: everybody },
    {
      name: 'whose',
      label: t('whose'),
      choices: [any, ...movers.filter((mover) => mover !== 'nobody').map((id) => ({ id, text: words(`mover.${id}`) }))],
    },
    { name: 'due', label: t('due'), choices: [any, ...dueFilters.map((id) => ({ id, text: t(`dueWords.${id}`) }))] },
    { name: 'creditor', label: t('creditor'), choices: [any, ...creditors.map(({ id, name }) => ({ id, text: name }))] },
    {
      name: 'hardship',
      label: t('hardship'),
      choices: [
        any,
        ...hardshipTypes.map((id) => ({ id, text: words(`hardship.${id}`) })),
        { id: 'NONE', text: t('hardshipNone') },
      ],
    },
  ]
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <>
      {chips.map(({ name, label, choices }) => (
        <FilterChip
          key={name}
          label={label}
          choices={choices}
          values={[filters[name] ?? []].flat()}
          onChange={(values) => change({ [name]: values })}
        />
      ))}
      {filters['evidence'] !== undefined && (
        <FilterChip label={t('evidence')} choices={[any]} values={['review']} onChange={() => change({ evidence: [] })} />
      )}
      <TextFilter key={String(filters['q'])} value={String(filters['q'] ?? '')} onChange={(q) => change({ q: [q] })} />
      {isFiltered && <ClearFilters onClear={() => change(Object.fromEntries(Object.keys(filters).map((name) => [name, []])))} />}
    </>
  )
}

/** Writes filters into the address; what is empty disappears from it. */
function useAddress() {
  const [router, path, params] = [useRouter(), usePathname(), useSearchParams()]
  return (changes: Record<string, readonly string[]>) => {
    const query = withChanges(params, changes)
    router.push(query === '' ? path : `${path}?${query}`)
  }
}

function TextFilter({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const t = useTranslations('board.filter')
  const [q, setQ] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange(q.trim())
  }
  return (
    <form onSubmit={submit} className="contents">
      <input
        id="board-filter"
        type="search"
        aria-label={t('text')}
        placeholder={t('text')}
        value={q}
        maxLength={100}
        onChange={({ target }) => setQ(target.value)}
        className="min-h-7 w-48 rounded-[14px] border border-control bg-surface px-3 text-dense text-ink placeholder:text-muted"
      />
    </form>
  )
}

function ClearFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('board')
  return (
    <button type="button" onClick={onClear} className="min-h-6 rounded-s px-1.5 text-dense text-primary underline">
      {t('clearFilters')}
    </button>
  )
}
