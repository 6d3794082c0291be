'use client'
import type { ReactNode } from 'react'
import type { Board } from './board-state'
import { Summary } from './summary'

type Props = { board: Board; bar: ReactNode; children?: ReactNode }

/** The filters, who else is here, and how much the filters leave: the colleagues’ place is kept free, so that no card moves when one comes. */
export const Toolbar = ({ board, bar, children }: Props) => (
  <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
    {bar}
    <div className="ml-auto flex min-h-6 items-center gap-3">
      <div className="flex min-w-0 justify-end w-16 sm:w-40">{children}</div>
      <Summary board={board} />
    </div>
  </div>
)
