'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** The main navigation's links; the current one is marked for eyes and for screen readers. */
export function NavLinks({ links }: { links: { href: string; text: string; badge?: ReactNode }[] }) {
  const path = usePathname()
  return links.map(({ href, text, badge }) => (
    <Link
      key={href}
      href={href}
      aria-current={path.startsWith(href) ? 'page' : undefined}
      className="flex min-h-8 items-center gap-1.5 rounded-[6px] px-2 py-1 whitespace-nowrap text-ink-2 no-underline hover:bg-sunken aria-[current]:bg-primary-tint aria-[current]:font-semibold aria-[current]:text-primary"
    >
      {text}
      {badge}
    </Link>
  ))
}
