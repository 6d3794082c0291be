import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { EmptyState } from '@/app/_ui/empty-state'
import { Table } from '@/app/_ui/table'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { undeliveredMails } from '@/lib/mail/undelivered.queries'
import { NotYours, Settings, settingsTitle } from '../frame'
import { unlessForbidden } from '../unless-forbidden'
import { Answers } from './answers'

export const generateMetadata = () => settingsTitle('mails')

type Client = Awaited<ReturnType<typeof undeliveredMails>>['clients'][number]

/** To whom our mails did not get through, so that somebody calls. */
export default async function MailsPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('mails')]
  const found = await unlessForbidden(undeliveredMails(actor))
  return (
    <Settings actor={actor} tab="mails">
      {found === undefined && <NotYours />}
      {found?.clients.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      {found !== undefined && found.clients.length > 0 && (
        <>
          <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
          <Clients clients={found.clients} mayAnswer={mayDo(actor, 'mail.settle')} />
        </>
      )}
    </Settings>
  )
}

async function Clients({ clients, mayAnswer }: { clients: Client[]; mayAnswer: boolean }) {
  const [t, format] = [await getTranslations('mails'), await dayFormat()]
  return (
    <Table
      label={t('client')}
      rows={clients}
      rowKey={({ clientId }) => clientId}
      columns={[
        {
          key: 'client',
          title: t('client'),
          cell: ({ clientId, name }) => (
            <a href={`/clients/${clientId}`} className="font-medium text-primary underline">
              {name}
            </a>
          ),
        },
        { key: 'many', title: t('many'), cell: ({ many }) => t('count', { many }) },
        {
          key: 'lastAt',
          title: t('lastAt'),
          isShort: true,
          cell: ({ lastAt }) => format.dateTime(new Date(lastAt), { dateStyle: 'medium', timeStyle: 'short' }),
        },
        { key: 'why', title: t('why'), cell: ({ hasBounced }) => t(hasBounced ? 'bounced' : 'gaveUp') },
        {
          key: 'answer',
          title: '',
          cell: ({ clientId, canRetry }) => mayAnswer && <Answers clientId={clientId} canRetry={canRetry} />,
        },
      ]}
    />
  )
}
