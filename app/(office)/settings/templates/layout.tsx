import type { ReactNode } from 'react'
import { Speaks } from '@/app/_parts/speaks'

export default function Layout({ children }: { children: ReactNode }) {
  return <Speaks parts={['templates']}>{children}</Speaks>
}
