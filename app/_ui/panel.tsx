import type { ReactNode } from 'react'

/** A titled surface; the title is a heading of the page's outline. */
export const Panel = ({ title, aside, children, id }: { title: string; aside?: ReactNode; children: ReactNode; id?: string }) => (
  <section id={id} className="grid content-start gap-3 rounded-m bg-surface p-4 shadow-1">
    <div className="flex flex-wrap items-baseline gap-2">
      <h2 className="text-section font-semibold">{title}</h2>
      {aside !== undefined && <div className="ml-auto">{aside}</div>}
    </div>
    {children}
  </section>
)

/** `shown` stands in the place of the label, where it is more than text. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: ReactNode, shown?: ReactNode])[] }) => (
  <dl className="grid grid-cols-[fit-content(40%)_minmax(4em,1fr)] gap-x-4 sm:grid-cols-[fit-content(50%)_minmax(4em,1fr)] gap-y-1">
    {facts.map(([label, value, shown = label]) => (
      <div key={label} className="contents">
        <dt className="text-muted">{shown}</dt>
        <dd className="text-right">{value}</dd>
      </div>
    ))}
  </dl>
)
