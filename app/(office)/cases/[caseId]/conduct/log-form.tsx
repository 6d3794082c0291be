import { getLocale, getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { contactChannels, contactedPeople } from '@/db/vocabulary'
import type { CaseView } from '../_frame/case-view'
import { paperOptions } from '../agreement/paper-options'
import { logConductForm } from './actions'

const told = ['isAnswered', 'isAgreed', 'isDisclosed', 'wasRefused', 'isUnreachable'] as const

/** What the client told of one contact: when, who, how, whom, and what happened. */
export async function LogForm({ view, latest }: { view: CaseView; latest: string }) {
  const [t, words] = [await getTranslations('conduct'), await getTranslations('words')]
  const labels = {
    ...{ at: t('at'), channel: t('channel'), party: t('party'), person: t('person'), description: t('description') },
    evidenceId: t('evidenceId'),
  }
  return (
    <CommandForm action={logConductForm} labels={labels} submit={t('save')} hidden={{ caseId: view.kase.id }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="at" type="datetime-local" required max={latest} />
        <FormSelect
          name="channel"
          required
          defaultValue="PHONE"
          options={contactChannels.map((value) => ({ value, label: words(`channel.${value}`) }))}
        />
        <FormText name="party" required maxLength={100} hint={t('partyHint')} autoComplete="off" />
        <FormSelect
          name="person"
          required
          defaultValue="DEBTOR"
          options={contactedPeople.map((value) => ({ value, label: words(`contactedPerson.${value}`) }))}
        />
      </div>
      {told.map((name) => (
        <FormCheck key={name} name={name} label={t(name)} defaultChecked={name === 'isAnswered'} />
      ))}
      <FormArea name="description" required maxLength={1000} hint={t('descriptionHint')} />
      <FormSelect
        name="evidenceId"
        isOptional
        options={[
          { value: '', label: t('noProof') },
          ...paperOptions(view, ['COMM_CHAT', 'COMM_EMAIL', 'OTHER'], await getLocale()),
        ]}
      />
    </CommandForm>
  )
}
