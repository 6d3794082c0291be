'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'

let hasReturned = false
// Heard before the framework hears it: it draws the page within its own listener.
if (typeof window !== 'undefined')
  window.addEventListener(
    'popstate',
    () => {
      hasReturned = true
    },
    { capture: true },
  )

/** Whether the page at this path was come back to; true once for each return. */
function isReturn(path: string) {
  const was = hasReturned && window.location.pathname === path
  hasReturned = false
  return was
}

/**
 * Going back shows a page as it was when it was left. Below this it is asked for again, so that a form whose work is done is
 * not offered a second time.
 */
export function FreshOnReturn() {
  const [pathname, router] = [usePathname(), useRouter()]
  useEffect(() => {
    if (isReturn(pathname)) router.refresh()
  }, [pathname, router])
  useEffect(() => {
    const restored = ({ persisted }: PageTransitionEvent) => persisted && router.refresh()
    window.addEventListener('pageshow', restored)
    return () => window.removeEventListener('pageshow', restored)
  }, [router])
  return null
}
