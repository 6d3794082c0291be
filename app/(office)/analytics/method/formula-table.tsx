import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table } from '@/app/_ui/table'
import { formulas } from './formulas'

type Formula = (typeof formulas)[number]

/** Every formula with its paper and with the code that computes it. */
export async function FormulaTable() {
  const [t, own] = [await getTranslations('analytics'), await getTranslations('analyticsCode')]
  return (
    <Table<Formula>
      label={t('formulasTitle')}
      rows={formulas}
      rowKey={({ key }) => key}
      columns={[
        { key: 'formula', title: t('formula'), cell: ({ key }) => t(`formulas.${key}`) },
        { key: 'technique', title: t('technique'), cell: ({ technique }) => technique },
        {
          key: 'notation',
          title: own('notation'),
          cell: ({ notation }) => <span className="font-serif whitespace-nowrap">{notation}</span>,
        },
        {
          key: 'paper',
          title: t('paper'),
          cell: ({ papers }) => papers.map((paper) => <Paper key={paper.text} paper={paper} />),
        },
        { key: 'code', title: own('code'), cell: ({ code }) => code.map((name) => <Code key={name} name={name} />) },
      ]}
    />
  )
}

/** A link the reader may follow: nothing is asked of another place by itself. */
const Paper = ({ paper }: { paper: Formula['papers'][number] }) => (
  <span className="block">
    {'doi' in paper ? (
      <a href={`https://doi.org/${paper.doi}`} rel="noreferrer" target="_blank">
        {paper.text}
      </a>
    ) : (
      paper.text
    )}
  </span>
)

const Code = ({ name }: { name: string }) => (
  <Link href={`/analytics/method/code/${name}`} prefetch={false} className="block whitespace-nowrap">
    {name}.ts
  </Link>
)
