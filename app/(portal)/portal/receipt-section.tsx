import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import type { Paper } from '@/lib/platform/paper'

/** The same receipt as on paper, and that paper to keep: a plain link, for phones open and save that. */
export async function ReceiptSection({ paper, href }: { paper: Paper; href: string }) {
  const t = await getTranslations('consents')
  return (
    <section className="card" id="receipt">
      <h2>{paper.title}</h2>
      {paper.blocks.map((block) =>
        block.kind === 'facts' ? (
          <dl key={block.kind} className="facts">
            {block.rows.map(([label, value]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        ) : (
          'text' in block && (
            <p key={block.kind} className={block.kind === 'note' ? 'note' : ''}>
              {block.text}
            </p>
          )
        ),
      )}
      <p>
        <a href={href}>{t('authority.pdf')}</a>
      </p>
    </section>
  )
}
