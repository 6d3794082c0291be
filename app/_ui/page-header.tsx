import type { ReactNode } from 'react'

/** The bar on top of a page: its name, and what can be done here. */
export const PageHeader = ({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) => (
  <header className="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-3">
    <h1 className="text-page font-semibold">{title}</h1>
    {note !== undefined && <p className="text-dense text-muted">{note}</p>}
    <div className="ml-auto flex flex-wrap items-center gap-2 no-print">{children}</div>
  </header>
)
