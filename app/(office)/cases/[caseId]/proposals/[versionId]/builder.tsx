'use client'
import { useMemo, useState } from 'react'
import { NotPrinted } from '@/app/_parts/not-printed'
import type { Proposal } from '@/lib/proposals/queries'
import { surplusOf } from '@/lib/proposals/surplus'
import { workOut } from '@/lib/proposals/work-out'
import { Offers } from '../offers'
import { Banner } from './banner'
import { BuilderHeader } from './builder-header'
import { DebtTabs } from './debt-tabs'
import { askedOfDraft, type Draft, draftOfLine, faultyNote, takeOffer } from './draft-state'
import { Household } from './household'
import { ReliefList } from './relief-list'
import { Result } from './result'
import { Texts } from './texts'
import { useAutosave } from './use-autosave'
import { Words } from './words'

/**
 * The proposal on one screen: what the household can bear and what is asked on the left, what it comes to in the middle,
 * the letter on the right. Everything is worked out again on each keystroke, with the engine the server uses.
 */
export function Builder({ proposal }: { proposal: Proposal }) {
  const { source } = proposal
  const [draft, setDraft] = useState<Draft>(() => draftOf(proposal))
  const [debtId, setDebtId] = useState(source.sheets[0]?.debtId ?? '')
  const debtIds = useMemo(() => source.sheets.map((sheet) => sheet.debtId), [source.sheets])
  const { lines, faulty } = useMemo(() => askedOfDraft(draft, debtIds), [draft, debtIds])
  const content = useMemo(() => contentOf(proposal, debtIds), [proposal, debtIds])
  const surplus = surplusOf(source)
  const worked = useMemo(() => workOut(source.sheets, lines, { surplus, from: source.today }), [source, lines, surplus])
  const { state, save } = useAutosave({ ...proposal, content }, valuesOf(draft, lines))
  const hasLetter = state.is === 'saved' && state.at !== null && lines.length > 0
  const sheet = source.sheets.find((known) => known.debtId === debtId)
  const change = (apply: (before: Draft) => Draft) => setDraft(apply)
  const mend = () => {
    const note = faultyNote(debtIds, faulty)
    if (note === undefined) return false
    setDebtId(note)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    return true
  }

  return (
    <>
      <BuilderHeader {...{ proposal, state, save, mend }} isOver={worked.affordability?.fits === false} />
      <div className="grid min-w-0 flex-1 content-start xl:flex-none lg:grid-cols-[330px_minmax(0,1fr)] xl:h-[calc(100dvh-57px)] xl:grid-rows-[minmax(0,1fr)] xl:grid-cols-[330px_minmax(0,1fr)_410px]">
        <div
          id="plan"
          className="grid auto-rows-max content-start gap-5 border-line bg-surface p-4 lg:border-r xl:overflow-y-auto"
        >
          <Household source={source} caseId={proposal.caseId} />
          <DebtTabs sheets={source.sheets} current={debtId} lines={lines} today={source.today} choose={setDebtId} />
          {sheet !== undefined && (
            <ReliefList
              key={debtId}
              sheet={sheet}
              draft={draft}
              faulty={faulty[debtId] ?? []}
              today={source.today}
              change={change}
            />
          )}
          <Words proposal={proposal} draft={draft} change={change} />
        </div>
        <div className="grid min-w-0 auto-rows-max content-start gap-3 bg-paper p-4 xl:overflow-y-auto">
          <Banner worked={worked} source={source} />
          <Offers caseId={proposal.caseId} take={(offered) => change(takeOffer(offered))} />
          {sheet !== undefined && (
            <Result
              sheet={sheet}
              worked={worked}
              from={source.today}
              isFaulty={(faulty[debtId] ?? []).length > 0}
              change={change}
            />
          )}
        </div>
        <div className="min-w-0 border-line bg-sunken p-4 lg:col-span-2 xl:col-span-1 xl:overflow-y-auto xl:border-l">
          <NotPrinted marks={proposal.notPrinted} />
          <Texts proposal={proposal} draft={draft} worked={worked} isKept={hasLetter || proposal.lines.length > 0} />
        </div>
      </div>
    </>
  )
}

const draftOf = ({ lines, letterLocale, sourceOfFunds, whatChanged, ratedWillingness, limitationAnswer }: Proposal): Draft => ({
  ...{ letterLocale, sourceOfFunds, whatChanged, ratedWillingness, limitationAnswer: limitationAnswer ?? '' },
  lines: Object.fromEntries(lines.map((line) => [line.debtId, draftOfLine(line)])),
})

const contentOf = (proposal: Proposal, debtIds: readonly string[]) => {
  const draft = draftOf(proposal)
  return valuesOf(draft, askedOfDraft(draft, debtIds).lines)
}

const valuesOf = ({ lines: _, limitationAnswer, ...words }: Draft, lines: ReturnType<typeof askedOfDraft>['lines']) => ({
  ...words,
  limitationAnswer: limitationAnswer === '' ? null : limitationAnswer,
  lines,
})
