'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect, FormText } from '@/app/_parts/form/fields'
import { useFormField } from '@/app/_parts/form/form-context'
import { tickedIn } from '@/app/_parts/form/form-values'
import { Panel } from '@/app/_ui/panel'
import { contactChannels, type DecisionResult, decisionResults, refusalReasons } from '@/db/vocabulary'
import type { Proposal } from '@/lib/proposals/queries'
import { keptDraft } from '../../../kept-draft'
import { recordDecisionForm } from '../../actions'
import { GrantedTerms } from './granted-terms'

const labelled = ['result', 'debtId', 'granted', 'reasons', 'decidedOn', 'channel', 'decidedBy', 'note'] as const

/** What the creditor said: yes, yes in part, a counter-offer, no, or nothing. Each asks for what belongs to it. */
export function DecisionForm({ proposal, caseId }: { proposal: Proposal; caseId: string }) {
  const t = useTranslations('proposals')
  const labels = Object.fromEntries(labelled.map((name) => [name, t(`answer.${name}`)]))
  return (
    <CommandForm
      action={recordDecisionForm}
      labels={labels}
      submit={t('saveAnswer')}
      hidden={{ versionId: proposal.id }}
      draft={`decision.${proposal.id}`}
      serverDraft={keptDraft(caseId, 'DECISION', proposal.id)}
      keeps
      className="grid gap-4"
    >
      <Answer proposal={proposal} />
    </CommandForm>
  )
}

/** The fields, each showing what was typed before; what is chosen now goes before that. */
function Answer({ proposal }: { proposal: Proposal }) {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const { result, debtId, choose } = useChoices(proposal)
  const states = result === 'ACCEPTED_MODIFIED' || result === 'COUNTERED'
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-section font-semibold">{t('answer.result')}</legend>
        {decisionResults.map((value) => (
          <label
            key={value}
            className="flex min-h-8 items-center gap-2 rounded-m border border-control bg-surface px-3 py-1.5 has-checked:border-primary has-checked:bg-primary-tint"
          >
            <input
              type="radio"
              name="result"
              value={value}
              checked={result === value}
              onChange={() => choose({ result: value })}
              className="accent-[var(--primary)]"
            />
            <span>
              {words(`decision.${value}`)}
              <span className="block text-meta text-muted">{t(`resultHint.${value}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {proposal.lines.length > 1 && (
        <FormSelect
          name="debtId"
          onChange={(event) => choose({ debtId: event.target.value })}
          options={[
            { value: '', label: t('allLoanNotes') },
            ...proposal.lines.map((line) => ({
              value: line.debtId,
              label: t('noteTail', { tail: tailOf(proposal, line.debtId) }),
            })),
          ]}
        />
      )}
      {states && debtId !== '' && <Granted key={debtId} proposal={proposal} debtId={debtId} />}
      {states && debtId === '' && <p className="text-wait">{t('chooseNote')}</p>}
      {result === 'REJECTED' && <Reasons />}
      <Panel title={t('answer.how')}>
        <FormText name="decidedOn" type="date" defaultValue={proposal.source.today} max={proposal.source.today} required />
        <FormSelect
          name="channel"
          defaultValue={proposal.channel ?? 'PHONE'}
          options={contactChannels.map((value) => ({ value, label: words(`channel.${value}`) }))}
        />
        <FormText name="decidedBy" hint={t('decidedByHint')} maxLength={100} isOptional />
        <FormArea name="note" maxLength={2000} isOptional />
      </Panel>
    </>
  )
}

type Choices = { result?: DecisionResult; debtId?: string }

/** What was answered, and about which loan note: as chosen now, else as typed before, else yes to the only one there is. */
function useChoices({ lines }: Proposal) {
  const [result, debtId] = [useFormField('result').typed, useFormField('debtId').typed]
  const [chosen, setChosen] = useState<Choices>({})
  const typed = decisionResults.find((one) => one === result)
  return {
    result: chosen.result ?? typed ?? 'ACCEPTED',
    debtId: chosen.debtId ?? debtId ?? (lines.length === 1 ? lines[0]?.debtId : undefined) ?? '',
    choose: (choice: Choices) => setChosen({ ...chosen, ...choice }),
  }
}

/** Anew once what was typed before has come, and never after. */
function Granted(props: { proposal: Proposal; debtId: string }) {
  const kept = useFormField('_granted').typed
  return <GrantedTerms key={String(kept === undefined)} {...props} kept={kept} />
}

const tailOf = ({ source }: Proposal, debtId: string) =>
  source.sheets.find((sheet) => sheet.debtId === debtId)?.contractTail ?? ''

/** Why not, in the creditor's words; “not given” is an answer too. */
function Reasons() {
  const [t, words] = [useTranslations('proposals'), useTranslations('words')]
  const { id, error } = useFormField('reasons')
  const ticked = tickedIn(useFormField('reasons:list').typed) ?? []
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={`${id}-error`} className="grid gap-1 sm:grid-cols-2">
      <legend className="mb-1 text-section font-semibold">{t('answer.reasons')}</legend>
      <p id={`${id}-error`} className="text-dense font-medium text-bad sm:col-span-2">
        {error}
      </p>
      {refusalReasons.map((reason) => (
        <label key={`${reason} ${ticked.includes(reason)}`} className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            name="reasons:list"
            value={reason}
            defaultChecked={ticked.includes(reason)}
            className="size-4 accent-[var(--primary)]"
          />
          {words(`refusalReason.${reason}`)}
        </label>
      ))}
    </fieldset>
  )
}
