'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** In a row that is wider than the screen, brings the link one is on into sight; sideways only, so that the page stays put. */
export function CurrentInView() {
  usePathname() // drawn anew with each page
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const row = mark.current?.parentElement
    const current = row?.querySelector('[aria-current]')?.getBoundingClientRect()
    if (!row || !current) return
    const seen = row.getBoundingClientRect()
    row.scrollLeft += current.left - seen.left - (seen.width - current.width) / 2
  })
  return <span ref={mark} hidden />
}
