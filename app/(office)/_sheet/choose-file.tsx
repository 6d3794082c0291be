'use client'
import { useTranslations } from 'next-intl'
import { Panel } from '@/app/_ui/panel'

type Props = {
  title: string
  label: string
  /** What is kept of the file, said before it is chosen. */
  kept: string
  template: string
  isBusy: boolean
  isReading: boolean
  problem: string | undefined
  onChoose: (file: File | undefined) => void
}

/** The first step with somebody's table: choosing the file, with an empty one to begin from. */
export function ChooseFile({ title, label, kept, template, isBusy, isReading, problem, onChoose }: Props) {
  const t = useTranslations('imports')
  return (
    <Panel title={title}>
      <label className="grid max-w-[40em] gap-1">
        <span className="text-ink-2">{label}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          disabled={isBusy}
          onChange={({ target }) => onChoose(target.files?.[0])}
          className="min-h-8 rounded-[6px] border border-control bg-surface p-1"
        />
      </label>
      <p className="max-w-[60em] text-dense text-muted">
        {kept}{' '}
        <a className="text-primary underline" href={template}>
          {t('template')}
        </a>
      </p>
      <p role="status" className={problem === undefined ? 'text-muted' : 'font-medium text-bad'}>
        {problem ?? (isReading ? t('working') : '')}
      </p>
    </Panel>
  )
}
