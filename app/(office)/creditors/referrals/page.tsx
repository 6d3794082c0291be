import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { referralTypes } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listReferralBodies } from '@/lib/fallback/queries'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { addReferralBodyForm, retireReferralBodyForm } from './actions'

type Body = Awaited<ReturnType<typeof listReferralBodies>>['bodies'][number]

export async function generateMetadata() {
  return { title: (await getTranslations('referrals'))('title') }
}

/** The organisations this office has approved for referrals, each with what it charges and where that is known from (FB-03). */
export default async function ReferralsPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('referrals')]
  const { bodies } = await listReferralBodies(actor)
  const mayKeep = mayDo(actor, 'referralBody.add')
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { count: bodies.length })}>
        <ButtonLink href="/creditors">{t('back')}</ButtonLink>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        {bodies.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
        {bodies.map((body) => (
          <BodyPanel key={body.id} body={body} mayKeep={mayKeep} />
        ))}
        {mayKeep && (
          <Disclosure label={t('add')} id="add">
            <Panel title={t('add')}>
              <AddBody today={civilDateIn(now(), actor.timeZone)} />
            </Panel>
          </Disclosure>
        )}
      </div>
    </>
  )
}

async function BodyPanel({ body, mayKeep }: { body: Body; mayKeep: boolean }) {
  const [t, words, civil] = [await getTranslations('referrals'), await getTranslations('words'), civilDates(await getLocale())]
  const { id, name, type, contact, isFree, fee, source, asOf } = body
  return (
    <Panel title={name} aside={<Pill tone="info">{words(`referralType.${type}`)}</Pill>}>
      <p>{contact}</p>
      <p className={isFree ? '' : 'text-wait'}>{isFree ? t('free') : t('charges', { fee })}</p>
      <p className="text-dense text-muted">{t('source', { source, date: civil.inText(asOf) })}</p>
      {mayKeep && (
        <CommandForm
          action={retireReferralBodyForm}
          labels={{}}
          submit={t('retire')}
          look="quiet"
          hidden={{ bodyId: id }}
          className="contents"
        />
      )}
    </Panel>
  )
}

async function AddBody({ today }: { today: string }) {
  const [t, words] = [await getTranslations('referrals'), await getTranslations('words')]
  const labels = {
    ...{ name: t('name'), type: t('type'), contact: t('contact'), isFree: t('isFree'), fee: t('fee') },
    ...{ source: t('sourceLabel'), asOf: t('asOf') },
  }
  return (
    <CommandForm action={addReferralBodyForm} labels={labels} submit={t('add')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="name" required maxLength={120} autoComplete="off" />
        <FormSelect
          name="type"
          required
          options={referralTypes.map((value) => ({ value, label: words(`referralType.${value}`) }))}
        />
        <FormText name="contact" required maxLength={200} autoComplete="off" />
        <FormText name="fee" isOptional maxLength={200} hint={t('feeHint')} autoComplete="off" />
        <FormText name="source" required maxLength={300} />
        <FormText name="asOf" type="date" required defaultValue={today} max={today} />
      </div>
      <FormCheck name="isFree" label={t('isFree')} />
    </CommandForm>
  )
}
