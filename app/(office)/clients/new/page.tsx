import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/app/_ui/page-header'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { NewClient } from './new-client'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('newClient') }
}

/** Looking comes before adding. */
export default async function NewClientPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('people')]
  if (!mayDo(actor, 'client.create')) notFound()
  return (
    <>
      <PageHeader title={t('newClient')} />
      <div className="grid max-w-[720px] gap-4 p-5">
        <NewClient />
      </div>
    </>
  )
}
