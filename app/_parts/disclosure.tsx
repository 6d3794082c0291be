import type { ReactNode } from 'react'
import { buttonClass } from '@/app/_ui/button'

/** Something to do that opens under its button; works without scripts, also in the moment before they run. */
export const Disclosure = ({
  label,
  isOpen = false,
  id,
  children,
}: {
  label: string
  isOpen?: boolean
  id?: string
  children: ReactNode
}) => (
  <details id={id} open={isOpen} suppressHydrationWarning>
    <summary
      className={buttonClass(
        'secondary',
        'w-fit cursor-pointer list-none [details[open]>&]:mb-3 [&::-webkit-details-marker]:hidden',
      )}
    >
      <span aria-hidden="true" className="text-muted [details[open]>summary>&]:rotate-90">
        ›
      </span>
      {label}
    </summary>
    {children}
  </details>
)
