'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The whole address, in a field that can be selected and copied also where no script runs. */
export function CopyLink({ path }: { path: string }) {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
  return (
    <input
      readOnly
      value={`${origin}${path}`}
      aria-label={path}
      onFocus={(event) => event.currentTarget.select()}
      className="h-8 w-full min-w-0 rounded-m border border-control bg-surface px-2 text-dense"
    />
  )
}
