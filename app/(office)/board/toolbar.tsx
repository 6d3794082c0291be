'use client'
import type { ReactNode } from 'react'
import type { Board } from './board-state'
import { Summary } from './summary'

/** The filters, and how much they leave. */
export const Toolbar = ({ board, bar }: { board: Board; bar: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
    {bar}
    <Summary board={board} />
  </div>
)
