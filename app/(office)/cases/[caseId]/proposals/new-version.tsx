import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea } from '@/app/_parts/form/fields'
import { Panel } from '@/app/_ui/panel'
import { draftProposalForm } from './actions'

type Props = { caseId: string; wasRefused: boolean; isAwaiting: boolean; isFirst: boolean }

/** Starts the next version; after a refusal it says what is different this time (FB-07), with a list of what to try. */
export async function NewVersion({ caseId, wasRefused, isAwaiting, isFirst }: Props) {
  const t = await getTranslations('proposals')
  if (isAwaiting)
    return (
      <p id="new-version" className="text-muted">
        {t('awaiting')}
      </p>
    )
  return (
    <Panel title={t(wasRefused ? 'tryAgain' : isFirst ? 'firstVersion' : 'newVersion')} id="new-version">
      {wasRefused && (
        <>
          <p>{t('tryAgainText')}</p>
          <ul className="list-inside list-disc text-ink-2">
            {(['evidence', 'plan', 'mediation', 'help'] as const).map((idea) => (
              <li key={idea}>{t(`idea.${idea}`)}</li>
            ))}
          </ul>
        </>
      )}
      <CommandForm
        action={draftProposalForm}
        labels={{ whatChanged: t('whatChanged') }}
        submit={t('startVersion')}
        hidden={{ caseId }}
      >
        {wasRefused && <FormArea name="whatChanged" hint={t('whatChangedHint')} maxLength={1000} />}
      </CommandForm>
    </Panel>
  )
}
