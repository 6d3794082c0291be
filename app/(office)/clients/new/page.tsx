import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { PageHeader } from '@/app/_ui/page-header'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { NewClient } from './new-client'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('newClient') }
}

/** Looking comes before adding. */
export default async function NewClientPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('people')]
  await orNotFound(expectMay(actor, 'client.create'))
  return (
    <>
      <PageHeader title={t('newClient')} />
      <div className="grid max-w-[720px] gap-4 p-5">
        <NewClient />
      </div>
    </>
  )
}
