import type { ReactNode } from 'react'
import { Speaks } from '@/app/_parts/speaks'

export default function Layout({ children }: { children: ReactNode }) {
  return <Speaks parts={['checklists', 'evidence', 'mails', 'protection', 'settings']}>{children}</Speaks>
}
