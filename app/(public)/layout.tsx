import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/app/_parts/document'
import '../globals.css'

export const metadata: Metadata = { title: '协商台 Parley' }

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <Document>
      <main className="mx-auto grid min-h-dvh max-w-[420px] content-center gap-4 px-4 py-8">{children}</main>
    </Document>
  )
}
