import { getLocale, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { Pill } from '@/app/_ui/pill'
import type { DebtOfClient } from '@/lib/debts/of-client.queries'
import { mayNow } from '../_frame/at-rest'
import type { CaseView } from '../_frame/case-view'
import { LinkDebt, RecordConfirmation } from './item-forms'

type Item = CaseView['evidence']['items'][number]
type Props = { item: Item; view: CaseView; debts: readonly DebtOfClient[] }

const loanContract = 'OTHER_LOAN_CONTRACT'
export const isContract = ({ code, alsoFor }: Item) => code === loanContract || alsoFor.includes(loanContract)

/** What else is known of a document: what more it serves as, whose word it waits for, which loan it is about. */
export async function Marks({ item, view, debts }: Props) {
  const t = await getTranslations('evidence')
  const named = await debtNames(debts)
  const debt = named.find(({ id }) => id === item.debtId)
  return (
    <>
      {item.alsoFor.length > 0 && <p className="text-dense">{t('alsoAs', { names: await namesOf(item.alsoFor, view) })}</p>}
      {item.isGenerated && (
        <p className="flex flex-wrap gap-2 text-dense">
          <Pill>{t('generated')}</Pill>
          {item.clientConfirmedAt !== null && <Pill tone="ok">{t('clientConfirmed')}</Pill>}
          {awaitsClient(item) && <Pill tone="wait">{t('awaitsClient')}</Pill>}
        </p>
      )}
      {isContract(item) && (
        <p className={`text-dense ${debt === undefined ? 'text-wait' : 'text-muted'}`}>
          {debt === undefined ? t('notLinked') : t('linked', { debt: debt.name })}
        </p>
      )}
    </>
  )
}

async function namesOf(codes: readonly string[], { evidence }: CaseView) {
  const isEnglish = (await getLocale()) === 'en'
  const types = evidence.types.filter(({ code }) => codes.includes(code))
  return types.map(({ nameZh, nameEn }) => (isEnglish ? nameEn : nameZh)).join(isEnglish ? ', ' : '、')
}

const awaitsClient = ({ isGenerated, clientConfirmedAt, status }: Item) =>
  isGenerated && clientConfirmedAt === null && status === 'RECEIVED'

/** What can be done with a document besides opening and judging it. */
export async function MoreDoors({ item, view, debts }: Props) {
  const t = await getTranslations('evidence')
  const others = await debtNames(debts.filter(({ caseId }) => caseId !== view.kase.id))
  return (
    <>
      {awaitsClient(item) && mayNow(view, 'evidence.recordConfirmation') && (
        <Disclosure label={t('recordConfirmation')}>
          <RecordConfirmation evidenceId={item.id} version={item.version} />
        </Disclosure>
      )}
      {isContract(item) && mayNow(view, 'evidence.linkDebt') && (
        <Disclosure label={t('linkDebt')}>
          {others.length === 0 ? (
            <p className="text-muted">{t('noOtherDebt')}</p>
          ) : (
            <LinkDebt evidenceId={item.id} version={item.version} debtId={item.debtId} debts={others} />
          )}
        </Disclosure>
      )}
    </>
  )
}

async function debtNames(debts: readonly DebtOfClient[]) {
  const t = await getTranslations('evidence')
  return debts.map(({ id, creditor, caseNo, contractTail }) => ({
    id,
    name: t('debtName', { creditor, caseNo, tail: contractTail || '—' }),
  }))
}
