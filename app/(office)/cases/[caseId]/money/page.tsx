import { getTranslations } from 'next-intl/server'
import { Statements } from '@/app/_parts/client-file/statements'
import { Disclosure } from '@/app/_parts/disclosure'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { productList } from '@/lib/creditors/queries'
import { listDebts } from '@/lib/debts/queries'
import { mayNow } from '../_frame/at-rest'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Offered } from '../_frame/offered'
import { DebtCard } from './debt-card'
import { AddDebt } from './debt-forms'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('casePage'))('tab.money') }
}

/** What is owed, loan note by loan note, and what the client has to live on. */
export default async function MoneyPage({ params }: Props) {
  const [actor, { caseId }, t] = [await requireStaff(), await params, await getTranslations('debts')]
  const view = await caseView(actor, caseId)
  const { debts } = await listDebts(actor, { caseId })
  const products = (await productList(actor)).filter((product) => product.creditorId === view.kase.creditor.id)
  return (
    <CaseFrame view={view} tab="money">
      <Panel title={t('title')} id="debts">
        {debts.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
        {debts.map((debt, index) => (
          <DebtCard
            key={debt.id}
            isFirst={index === 0}
            debt={debt}
            products={products}
            mayEdit={mayDo(actor, 'debt.update')}
            timeZone={actor.timeZone}
          />
        ))}
        <Offered view={view} command="debt.add">
          <Disclosure label={t('add')} isOpen={debts.length === 0}>
            <AddDebt caseId={caseId} productId={view.kase.product.id} products={products} />
          </Disclosure>
        </Offered>
        <p className="text-dense text-muted">
          <FinancialTerm of="creditRecord">{t('creditNote')}</FinancialTerm>
        </p>
      </Panel>
      <Statements client={view.client} mayEdit={mayNow(view, 'statement.save')} today={view.today} />
    </CaseFrame>
  )
}
