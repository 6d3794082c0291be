import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'

export default async function Page() {
  await requireStaff()
  const t = await getTranslations('shell')
  return <PageHeader title={t('settings')} />
}
