import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listMembers } from '@/lib/organisation/queries'
import { Settings, settingsTitle } from './frame'
import { PersonForm } from './person-form'

type Props = { searchParams: Promise<{ client?: string }> }

export const generateMetadata = () => settingsTitle('people')

/** Who works here, and the place where an administrator makes an account. `?client=` fills in whom it is for. */
export default async function PeoplePage({ searchParams }: Props) {
  const [actor, t, { client }] = [await requireStaff(), await getTranslations('settings'), await searchParams]
  const { members } = await listMembers(actor)
  return (
    <Settings actor={actor} tab="people">
      <p className="text-muted">{t('peopleNote')}</p>
      <Members members={members} />
      {mayDo(actor, 'user.create') && (
        <Disclosure label={t('addPerson')} isOpen={client !== undefined} id="add">
          <Panel title={t('addPerson')}>
            <p className="max-w-[60em] text-muted">{t('addPersonText')}</p>
            <PersonForm clientId={client?.slice(0, 100)} />
          </Panel>
        </Disclosure>
      )}
    </Settings>
  )
}

type Member = Awaited<ReturnType<typeof listMembers>>['members'][number]

async function Members({ members }: { members: Member[] }) {
  const [t, words] = [await getTranslations('settings'), await getTranslations('words')]
  return (
    <Table
      label={t('tab.people')}
      rows={members}
      rowKey={({ userId }) => userId}
      columns={[
        { key: 'name', title: t('name'), cell: ({ name }) => <b>{name}</b> },
        {
          key: 'roles',
          title: t('roles'),
          cell: ({ roles }) => (
            <span className="flex flex-wrap gap-1">
              {roles.map((role) => (
                <Pill key={role}>{words(`role.${role}`)}</Pill>
              ))}
            </span>
          ),
        },
        {
          key: 'state',
          title: t('state'),
          cell: ({ isDisabled }) => <Pill tone={isDisabled ? 'bad' : 'ok'}>{isDisabled ? t('disabled') : t('active')}</Pill>,
        },
      ]}
    />
  )
}
