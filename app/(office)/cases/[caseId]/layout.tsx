import type { ReactNode } from 'react'
import { Speaks } from '@/app/_parts/speaks'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Speaks
      parts={[
        'board',
        'bundles',
        'budget',
        'casePage',
        'contacts',
        'debts',
        'evidence',
        'glossary',
        'people',
        'plan',
        'thread',
        'verifications',
      ]}
    >
      {children}
    </Speaks>
  )
}
