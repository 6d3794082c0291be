import { getTranslations } from 'next-intl/server'
import { organisationsHere, setupIsOpen } from '@/lib/core/accounts.queries'
import { wasSignedInHere } from '@/lib/core/session'
import { pageBack, wayIn } from '@/lib/core/way-in'
import { Masthead } from '../masthead'
import { SignInForm } from './sign-in-form'

type Asked = { as?: string; back?: string | string[]; error?: string | string[] }
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') }
}

/** The way in, for staff and clients alike. A demo office shows its personas; nothing else is told to a stranger. */
export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('signIn')
  const hasDemo = (await organisationsHere()).some(({ is_demo: isDemo }) => isDemo)
  const { as, ...asked } = await searchParams
  const back = pageBack(asked.back)
  return (
    <>
      <Masthead here={wayIn('/sign-in', back)} />
      <section className="grid gap-4 rounded-panel bg-surface p-6 shadow-1">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        {back !== '/' && (await wasSignedInHere()) && (
          <p role="status">{t(back.startsWith('/portal') ? 'endedPortal' : 'ended')}</p>
        )}
        <p className="text-ink-2">{t('lead')}</p>
        <Refused error={asked.error} />
        <SignInForm key={as} back={back} email={personas.find(({ key }) => key === as)?.email} />
      </section>
      {hasDemo && <Personas />}
      {(await setupIsOpen()) && (
        <p>
          <a className="text-primary underline" href="/setup">
            {t('setup')}
          </a>
        </p>
      )}
      <p className="rounded-m bg-wait-bg px-4 py-3 text-dense text-wait">{t('fraud')}</p>
    </>
  )
}

/** Why an attempt at next-auth's own address was refused, which sends people here with a mark. */
async function Refused({ error }: Pick<Asked, 'error'>) {
  const t = await getTranslations('refusals')
  const [, seconds] = /^too_many:(\d{1,4})$/.exec(`${error}`) ?? []
  const said: Record<string, string> = { CredentialsSignin: t('wrong_credentials'), unavailable: t('unavailable') }
  const sentence = seconds === undefined ? said[`${error}`] : t('too_many', { seconds })
  if (sentence === undefined) return null
  return (
    <p role="alert" className="rounded-m bg-bad-bg px-3 py-2 text-bad">
      {sentence}
    </p>
  )
}

const demoPassword = 'parley-demo-2026'
const personas = [
  { key: 'asSupervisor', email: 'supervisor@demo.test' },
  { key: 'asCounsellor', email: 'counsellor@demo.test' },
  { key: 'asClient', email: 'client@demo.test' },
] as const

async function Personas() {
  const t = await getTranslations('signIn')
  return (
    <section className="grid gap-2 rounded-m border border-dashed border-control p-4">
      <h2 className="text-section font-semibold">{t('demoTitle')}</h2>
      <p className="text-dense text-muted">{t('demoNote', { password: demoPassword })}</p>
      <ul className="grid gap-1">
        {personas.map(({ key, email }) => (
          <li key={key} className="flex flex-wrap gap-x-3">
            <a className="text-primary underline" href={`/sign-in?as=${key}`}>
              {t(key)}
            </a>
            <code className="text-dense text-ink-2">{email}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
