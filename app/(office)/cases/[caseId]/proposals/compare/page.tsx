import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { treatments } from '@/db/vocabulary'
import { requireStaff } from '@/lib/core/session'
import { type ComparedRow, type Comparison, compareVersions } from '@/lib/proposals/compare'
import { listProposals } from '@/lib/proposals/queries'
import { reliefText } from '../relief-text'

type Params = { params: Promise<{ caseId: string }>; searchParams: Promise<{ v?: string | string[]; all?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('compareTitle') }
}

/** Versions side by side: what was asked and what it comes to; rows that are the same stay away unless wanted. */
export default async function ComparePage({ params, searchParams }: Params) {
  const [{ caseId }, { v = [], all }] = [await params, await searchParams]
  const actor = await requireStaff()
  const t = await getTranslations('proposals')
  const { proposals } = await orNotFound(listProposals(actor, { caseId }))
  const wanted = new Set([v].flat())
  const versions = proposals.filter(({ number }) => wanted.size === 0 || wanted.has(String(number))).toReversed()
  const rows = compareVersions(versions).filter(({ isSame }) => all === '1' || !isSame)
  const query = versions.map(({ number }) => `v=${number}`).join('&')
  return (
    <>
      <PageHeader title={t('compareTitle')} note={t('compareNote')}>
        <Link href={`/cases/${caseId}/proposals`} className={buttonClass()}>
          {t('allVersions')}
        </Link>
        <Link href={`?${query}${all === '1' ? '' : '&all=1'}`} className={buttonClass()}>
          {t(all === '1' ? 'onlyChanges' : 'allRows')}
        </Link>
      </PageHeader>
      <div className="grid gap-4 p-5">
        <Choice
          caseId={caseId}
          numbers={proposals.map(({ number }) => number).toReversed()}
          chosen={versions.map(({ number }) => number)}
        />
        {rows.length === 0 ? (
          <EmptyState title={t('noChangesTitle')} text={t('noChangesText')} />
        ) : (
          <section aria-label={t('compareTitle')} tabIndex={0} className="overflow-x-auto rounded-m bg-surface shadow-1">
            <table className="w-full border-collapse">
              <thead>
                <tr>
                  <td className="border-b border-line px-3 py-2" />
                  {versions.map(({ id, number }) => (
                    <th key={id} scope="col" className="border-b border-line px-3 py-2 text-left font-semibold">
                      <Link href={`/cases/${caseId}/proposals/${id}`} className="text-primary underline">
                        {t('version', { number })}
                      </Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.row} comparison={row} ids={versions.map(({ id }) => id)} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </>
  )
}

async function Choice({ caseId, numbers, chosen }: { caseId: string; numbers: number[]; chosen: number[] }) {
  const t = await getTranslations('proposals')
  return (
    <form action={`/cases/${caseId}/proposals/compare`} className="flex flex-wrap items-center gap-3">
      <fieldset className="flex flex-wrap gap-3">
        <legend className="sr-only">{t('compareTitle')}</legend>
        {numbers.map((number) => (
          <label key={number} className="flex min-h-6 items-center gap-1">
            <input
              type="checkbox"
              name="v"
              value={number}
              defaultChecked={chosen.includes(number)}
              className="accent-[var(--primary)]"
            />
            {t('version', { number })}
          </label>
        ))}
      </fieldset>
      <button type="submit" className={buttonClass()}>
        {t('compare')}
      </button>
    </form>
  )
}

async function Row({ comparison: { row, values, isSame }, ids }: { comparison: Comparison; ids: string[] }) {
  const [t, words] = [await getTranslations('proposals'), await getTranslations('words')]
  const civil = civilDates(await getLocale())
  const written = (value: Comparison['values'][number]) => {
    if (typeof value !== 'string') return value.map((relief) => reliefText(relief, t, words, civil)).join(t('semicolon'))
    return row === 'treatment'
      ? treatmentsIn(value)
          .map((treatment) => words(`treatment.${treatment}`))
          .join(t('and'))
      : row === 'ends' && value !== ''
        ? civil.inText(value)
        : plain(row, value)
  }
  const cells = ids.map((id, index) => ({ id, text: written(values[index] ?? '') || '—' }))
  return (
    <tr className={isSame ? 'text-muted' : ''}>
      <th scope="row" className="border-b border-line px-3 py-2 text-left font-medium whitespace-nowrap text-muted">
        {t(`row.${row}`)}
      </th>
      {cells.map(({ id, text }) => (
        <td key={id} className="border-b border-line px-3 py-2 align-baseline">
          {text}
        </td>
      ))}
    </tr>
  )
}

const amounts: ReadonlySet<ComparedRow> = new Set(['surplus', 'instalment', 'first', 'total', 'interest', 'waived'])
const plain = (row: ComparedRow, value: string) => (amounts.has(row) && value !== '' ? yuan(value) : value)
const treatmentsIn = (value: string) => treatments.filter((treatment) => value.split('|').includes(treatment))
