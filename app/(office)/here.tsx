'use client'
import { usePathname, useSearchParams } from 'next/navigation'

/** Tells a form which page to come back to. */
export function Here() {
  const [path, search] = [usePathname(), useSearchParams().toString()]
  return <input type="hidden" name="back" value={search === '' ? path : `${path}?${search}`} />
}
