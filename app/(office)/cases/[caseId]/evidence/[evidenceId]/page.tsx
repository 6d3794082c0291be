import Image from 'next/image'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { LineName } from '@/app/_parts/evidence-line'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { caseView } from '../../_frame/case-view'

type Props = { params: Promise<{ caseId: string; evidenceId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('evidence'))('title') }
}

/** One picture, with who looks at it and when written across it. */
export default async function EvidenceViewer({ params }: Props) {
  const [actor, { caseId, evidenceId }, t, format] = [
    await requireStaff(),
    await params,
    await getTranslations('evidence'),
    await dayFormat(),
  ]
  const { evidence, kase } = await caseView(actor, caseId)
  const item = evidence.items.find(({ id }) => id === evidenceId)
  if (item === undefined || !item.mayOpen || !item.hasPreview) notFound()
  const time = format.dateTime(now(), { dateStyle: 'medium', timeStyle: 'short', timeZone: actor.timeZone })
  const mark = t('watermark', { viewer: actor.name, time })
  return (
    <>
      <PageHeader title={<LineName options={[item.code]} types={evidence.types} />} note={`${kase.number} · ${item.fileName}`}>
        <Link href={`/cases/${caseId}/evidence`} className={buttonClass()}>
          ‹ {t('title')}
        </Link>
      </PageHeader>
      <div className="relative m-5 w-fit overflow-hidden rounded-m shadow-1">
        <Image
          unoptimized
          src={`/api/files/${item.id}`}
          alt={item.fileName}
          width={1000}
          height={1400}
          className="block h-auto max-w-full"
        />
        <p
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 grid -rotate-12 content-around justify-items-center text-section font-semibold text-[rgba(168,38,28,.35)]"
        >
          {['top', 'middle', 'bottom'].map((place) => (
            <span key={place}>{mark}</span>
          ))}
        </p>
        <p className="bg-surface px-3 py-1 text-dense text-muted">{mark}</p>
      </div>
    </>
  )
}
