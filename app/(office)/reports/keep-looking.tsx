'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const pause = 2000

/** Asks for the page anew every two seconds, as long as it is shown and somebody can see it. */
export function KeepLooking() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), pause)
    return () => clearInterval(timer)
  }, [router])
  return null
}
