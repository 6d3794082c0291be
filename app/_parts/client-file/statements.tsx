import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { plainYuan, yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { Facts, Panel } from '@/app/_ui/panel'
import type { StatementView } from '@/lib/clients/statement.queries'
import type { ClientView } from '@/lib/clients/view'
import { StatementEditor } from './statement-editor'

type Props = { client: Pick<ClientView, 'id' | 'statements'>; mayEdit: boolean; today: string }

/** The newest statement in sums, a new version to fill in from it, and every older one whole. */
export async function Statements({ client, mayEdit, today }: Props) {
  const t = await getTranslations('people')
  const [latest, ...older] = client.statements
  return (
    <Panel title={t('statement')} id="statement">
      {latest === undefined ? <p className="text-muted">{t('noStatement')}</p> : <Sums statement={latest} />}
      {mayEdit && (
        <Disclosure label={t('editStatement')} isOpen={latest === undefined}>
          <StatementEditor key={latest?.number ?? 0} clientId={client.id} from={latest} today={today} />
        </Disclosure>
      )}
      {older.length > 0 && (
        <Disclosure label={t('olderStatements')}>
          <div className="grid gap-4">
            {older.map((statement) => (
              <Sums key={statement.id} statement={statement} whole />
            ))}
          </div>
        </Disclosure>
      )}
    </Panel>
  )
}

async function Sums({ statement, whole = false }: { statement: StatementView; whole?: boolean }) {
  const [t, civil] = [await getTranslations('people'), civilDates(await getLocale())]
  return (
    <div className="grid max-w-[28rem] gap-2">
      <p className="text-dense text-muted">
        {t('statementNumber', { number: statement.number, date: civil.inText(statement.asOf) })} ·{' '}
        {t(`source.${statement.source}`)}
      </p>
      {whole && <Lines statement={statement} />}
      <Facts
        facts={[
          [t('kind.income'), plainYuan(statement.income)],
          [t('kind.fixed'), plainYuan(statement.fixed)],
          [t('kind.flexible'), plainYuan(statement.flexible)],
          [t('field.reserve'), plainYuan(statement.reserve)],
          [
            t('disposable'),
            <b key="sum">{yuan(statement.disposable)}</b>,
            whole ? (
              t('disposable')
            ) : (
              <FinancialTerm key="term" of="surplus">
                {t('disposable')}
              </FinancialTerm>
            ),
          ],
        ]}
      />
    </div>
  )
}

async function Lines({ statement }: { statement: StatementView }) {
  const t = await getTranslations('people')
  const names: Record<string, string> = (await getMessages()).people.category
  return (
    <ul className="grid gap-0.5 text-dense">
      {statement.lines.map(({ kind, category, amount, note = '' }) => (
        <li key={`${kind} ${category} ${amount} ${note}`} className="flex justify-between gap-3">
          <span className="text-ink-2">
            {t(`kind.${kind}`)} · {names[category] ?? category}
            {note !== '' && ` (${note})`}
          </span>
          <span>{plainYuan(amount)}</span>
        </li>
      ))}
    </ul>
  )
}
