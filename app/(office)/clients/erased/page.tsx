import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'

export async function generateMetadata() {
  return { title: (await getTranslations('rights'))('office.erased') }
}

/** Where erasing leads: the person's page is no more. Their files go from the disk with the next round. */
export default async function ErasedPage() {
  await requireStaff()
  const t = await getTranslations('rights')
  return (
    <>
      <PageHeader title={t('office.erased')} />
      <div className="grid gap-4 p-5">
        <p>{t('office.erasedText')}</p>
        <p>
          <ButtonLink look="secondary" href="/clients">
            {t('office.back')}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
