import type { ReactNode } from 'react'

/** What will be here, why it is empty, and one thing to do. */
export const EmptyState = ({ title, text, action }: { title: string; text: string; action?: ReactNode }) => (
  <div className="grid justify-items-center gap-2 rounded-m border border-dashed border-line bg-surface px-6 py-10 text-center">
    <p className="text-section font-semibold">{title}</p>
    <p className="max-w-[38em] text-muted">{text}</p>
    {action}
  </div>
)
