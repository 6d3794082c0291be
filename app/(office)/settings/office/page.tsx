import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Facts, Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { getOrganisation } from '@/lib/organisation/queries'
import { Settings, settingsTitle } from '../frame'
import { OfficeForm } from './office-form'

export const generateMetadata = () => settingsTitle('office')

/** What the office says of itself, and the rules it has set. */
export default async function OfficePage() {
  const actor = await requireStaff()
  const [t, words, shell] = [await getTranslations('settings'), await getTranslations('words'), await getTranslations('shell')]
  const all = await getOrganisation(actor)
  const { rules, ...office } = all
  const languages = { 'zh-CN': t('zhCN'), en: t('en') }
  return (
    <Settings actor={actor} tab="office">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t('officeFacts')}>
          <Facts
            facts={[
              [t('organisation'), office.name],
              [t('kind'), words(`organisationType.${office.type}`)],
              [t('timeZone'), office.timeZone],
              [t('language'), languages[office.locale]],
              [t('phone'), office.phone || shell('notRecorded')],
              [t('feePolicy'), office.feePolicy || t('free')],
            ]}
          />
        </Panel>
        <Panel title={t('rules')}>
          <Facts
            facts={[
              [t('supervisorChecks'), rules.supervisorChecks ? shell('yes') : shell('no')],
              [t('breachDays'), t('dayCount', { count: rules.breachDays })],
              [t('noResponseDays'), t('dayCount', { count: rules.noResponseDays })],
            ]}
          />
          <p className="text-dense text-muted">{t('officeReadOnly')}</p>
        </Panel>
      </div>
      {mayDo(actor, 'organisation.update') && (
        <Disclosure label={t('changeOffice')}>
          <OfficeForm office={all} />
        </Disclosure>
      )}
    </Settings>
  )
}
