import { getLocale, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listEvidenceTypes } from '@/lib/evidence/types.queries'
import { EvidenceTypeForm } from '../evidence-type-form'
import { Settings, settingsTitle } from '../frame'
import { Checklists } from './checklists'
import { TypeForm } from './type-form'

export const generateMetadata = () => settingsTitle('evidence')

/** Kinds of evidence are rows of the office: a new one needs no deploy. */
export default async function EvidenceTypesPage() {
  const [actor, t, checklists] = [await requireStaff(), await getTranslations('settings'), await getTranslations('checklists')]
  const { types } = await listEvidenceTypes(actor)
  return (
    <Settings actor={actor} tab="evidence">
      <p className="max-w-[60em] text-ink-2">{t('evidenceLead')}</p>
      {mayDo(actor, 'evidenceType.add') && (
        <Disclosure label={t('addEvidence')} id="add">
          <Panel title={t('addEvidence')}>
            <EvidenceTypeForm />
          </Panel>
        </Disclosure>
      )}
      <Types types={types} mayEdit={mayDo(actor, 'evidenceType.update')} />
      <h2 className="text-section font-semibold">{checklists('title')}</h2>
      <Checklists actor={actor} types={types} />
    </Settings>
  )
}

type Type = Awaited<ReturnType<typeof listEvidenceTypes>>['types'][number]

async function Types({ types, mayEdit }: { types: Type[]; mayEdit: boolean }) {
  const [t, words, isEnglish] = [await getTranslations('settings'), await getTranslations('words'), (await getLocale()) === 'en']
  const lists = await getTranslations('checklists')
  return (
    <Table
      label={t('tab.evidence')}
      rows={types}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          title: t('kindName'),
          cell: ({ nameZh, nameEn }) => (
            <span className="block min-w-[10em]">
              <b>{isEnglish ? nameEn : nameZh}</b>
              <span className="block text-muted">{isEnglish ? nameZh : nameEn}</span>
            </span>
          ),
        },
        { key: 'code', title: t('code'), cell: ({ code }) => <code>{code}</code> },
        {
          key: 'sensitive',
          title: t('sensitivity'),
          cell: ({ sensitive }) => (
            <Pill tone={sensitive === 'NONE' ? 'neutral' : 'wait'}>
              <span className="whitespace-nowrap">{words(`sensitive.${sensitive}`)}</span>
            </Pill>
          ),
        },
        {
          key: 'holds',
          title: lists('holds'),
          cell: ({ validMonths, isActive }) => (
            <span className="block whitespace-nowrap">
              {validMonths === null ? lists('ageless') : lists('validMonths', { months: validMonths })}
              {!isActive && (
                <span className="block">
                  <Pill tone="bad">{lists('unused')}</Pill>
                </span>
              )}
            </span>
          ),
        },
        { key: 'uses', title: t('usedFor'), cell: ({ uses }) => <Uses uses={uses} isOneOf={alternatives(types)} /> },
        ...(mayEdit ? [{ key: 'edit', title: lists('editType'), cell: editing(lists('editType')) }] : []),
      ]}
    />
  )
}

/** The form of one kind, under its button. */
const editing = (label: string) => (type: Type) => (
  <Disclosure label={label}>
    <TypeForm type={type} />
  </Disclosure>
)

type Use = Type['uses'][number]

/** Whether another kind of evidence would do as well: a line of a checklist with several kinds asks for one of them. */
function alternatives(types: Type[]) {
  const lines = types.flatMap(({ uses }) => uses.map(lineOf))
  return (use: Use) => lines.filter((line) => line === lineOf(use)).length > 1
}

const lineOf = ({ hardship, group }: Use) => `${hardship}:${group}`

async function Uses({ uses, isOneOf }: { uses: Use[]; isOneOf: (use: Use) => boolean }) {
  const [t, words] = [await getTranslations('settings'), await getTranslations('words')]
  if (uses.length === 0) return <span className="text-muted">{t('notOnChecklist')}</span>
  const need = (use: Use) => (use.required ? (isOneOf(use) ? t('oneOf') : t('requiredOne')) : t('helpful'))
  return (
    <ul className="grid min-w-[12em]">
      {uses.map((use) => (
        <li key={lineOf(use)}>
          {use.hardship === null ? t('everyCase') : words(`hardship.${use.hardship}`)} · {need(use)}
          {use.months !== null && ` · ${t('coverage', { months: use.months })}`}
        </li>
      ))}
    </ul>
  )
}
