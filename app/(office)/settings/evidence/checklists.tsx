import { getLocale, getTranslations } from 'next-intl/server'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import type { TypeName } from '@/app/_parts/evidence-line'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { type Checklist, listChecklists } from '@/lib/evidence/checklist.queries'
import { ChecklistForm } from './checklist-form'

type Type = TypeName & { isActive: boolean }

/** What each cause asks for, as the office wrote it, with the versions before. */
export async function Checklists({ actor, types }: { actor: Actor; types: readonly Type[] }) {
  const [t, words] = [await getTranslations('checklists'), await getTranslations('words')]
  const { checklists } = await listChecklists(actor)
  return (
    <>
      <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {checklists.map((checklist) => (
          <Panel
            key={checklist.hardship ?? 'EVERY'}
            title={checklist.hardship === null ? t('everyCase') : words(`hardship.${checklist.hardship}`)}
            aside={
              <span className="text-dense text-muted">
                {checklist.number === 0 ? t('starting') : t('version', { number: checklist.number })}
              </span>
            }
          >
            <Lines lines={checklist.lines} types={types} />
            {mayDo(actor, 'checklist.save') && (
              <Disclosure label={t('edit')}>
                <ChecklistForm checklist={checklist} types={types.filter(({ isActive }) => isActive)} />
              </Disclosure>
            )}
            <Versions checklist={checklist} types={types} timeZone={actor.timeZone} />
          </Panel>
        ))}
      </div>
    </>
  )
}

async function Lines({ lines, types }: { lines: Checklist['lines']; types: readonly Type[] }) {
  const [t, isEnglish] = [await getTranslations('checklists'), (await getLocale()) === 'en']
  const nameOf = (code: string) => {
    const type = types.find((one) => one.code === code)
    return (isEnglish ? type?.nameEn : type?.nameZh) ?? code
  }
  if (lines.length === 0) return <p className="text-muted">{t('empty')}</p>
  return (
    <ul className="grid gap-2">
      {lines.map(({ options, required, months }) => (
        <li key={options.join()} className="flex flex-wrap items-baseline gap-2 border-b border-line pb-2">
          <Pill tone={required ? 'primary' : 'neutral'}>{required ? t('required') : t('helpful')}</Pill>
          <span>
            {options.length > 1 && <span className="text-muted">{t('oneOf')}</span>}
            {options.map(nameOf).join(' / ')}
          </span>
          {months !== null && <span className="ml-auto text-dense text-muted">{t('months', { months })}</span>}
        </li>
      ))}
    </ul>
  )
}

type Past = { checklist: Checklist; types: readonly Type[]; timeZone: string }

/** The lists before the one in use, each as it was. */
async function Versions({ checklist: { versions }, types, timeZone }: Past) {
  const t = await getTranslations('checklists')
  const past = versions.slice(1)
  if (past.length === 0) return null
  return (
    <Disclosure label={`${t('versions')} ${past.length}`}>
      <ol className="grid gap-3">
        {past.map(({ number, at, by, lines }) => (
          <li key={number} className="grid gap-2">
            <p className="text-dense text-muted">{t('versionLine', { number, date: dayOf(at, timeZone), by: by ?? '—' })}</p>
            <Lines lines={lines} types={types} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
