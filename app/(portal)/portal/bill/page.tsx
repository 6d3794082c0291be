import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import type { Actor } from '@/lib/core/actor'
import { myDebts } from '@/lib/portal/bill.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../client-here'
import { BackHome } from '../back-home'
import { Stopped } from '../stopped'

/** Which bill to copy; with one loan, straight to it. */
export default async function BillsPage() {
  const [actor, t] = [await clientHere(), await getTranslations('budget')]
  const [{ debts }, { stoppedSince }] = [await orMissing(myDebts(actor)), await frame(actor)]
  const [only] = debts
  if (stoppedSince !== null) return <AtRest since={stoppedSince} actor={actor} />
  if (debts.length === 1 && only !== undefined) redirect(`/portal/bill/${only.id}`)
  return (
    <>
      <title>{t('bill.title')}</title>
      <BackHome />
      <h1>{t('bill.pick')}</h1>
      {debts.length === 0 && <p className="lead">{t('bill.none')}</p>}
      <ul className="links card">
        {debts.map(({ id, product, contractTail }) => (
          <li key={id}>
            <a href={`/portal/bill/${id}`}>{t('bill.of', { product, tail: contractTail })}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

async function AtRest({ since, actor }: { since: string; actor: Actor }) {
  const t = await getTranslations('budget')
  return (
    <>
      <title>{t('bill.title')}</title>
      <BackHome />
      <h1>{t('bill.title')}</h1>
      <Stopped since={since} actor={actor} />
    </>
  )
}
