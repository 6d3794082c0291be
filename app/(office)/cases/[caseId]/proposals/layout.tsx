import type { ReactNode } from 'react'
import { FreshOnReturn } from '@/app/_parts/fresh-on-return'

/** What was sent or answered is shown as sent or answered, also to somebody who goes back. */
export default function ProposalsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <FreshOnReturn />
    </>
  )
}
