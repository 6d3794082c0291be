import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FinancialTerm } from '@/app/_parts/financial-term'
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
        { key: 'formula', title: t('formula'), cell: ({ key }) => <Purpose name={key} /> },
        { key: 'technique', title: t('technique'), cell: ({ technique }) => technique },
        {
          key: 'notation',
          title: own('notation'),
          cell: ({ notation }) => <span className="block min-w-[16em] font-serif text-body">{notation}</span>,
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

const explained = { share: 'confidenceInterval', odds: 'oddsRatio' } as const

async function Purpose({ name }: { name: Formula['key'] }) {
  const says = (await getTranslations('analytics'))(`formulas.${name}`)
  return name === 'share' || name === 'odds' ? <FinancialTerm of={explained[name]}>{says}</FinancialTerm> : says
}

/** A link the reader may follow: nothing is asked of another place by itself. */
const Paper = ({ paper }: { paper: Formula['papers'][number] }) => (
  <span className="block min-w-[16em]">
    {'doi' in paper ? (
      <a
        href={`https://doi.org/${paper.doi}`}
        rel="noreferrer"
        target="_blank"
        className="block min-h-7 w-fit content-center text-primary underline"
      >
        {paper.text}
      </a>
    ) : (
      paper.text
    )}
  </span>
)

const Code = ({ name }: { name: string }) => (
  <Link
    href={`/analytics/method/code/${name}`}
    prefetch={false}
    className="block min-h-7 content-center whitespace-nowrap text-primary underline"
  >
    {name}.ts
  </Link>
)
