'use client'
import { type ReactNode, useEffect, useRef } from 'react'

type Props = { title: string; errors: Record<string, string | undefined>; children?: ReactNode }

/** What is wrong, at the top, in focus, each line a link to its field, if it has one. Renders nothing without errors. */
export function ErrorSummary({ title, errors, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const lines = Object.entries(errors).filter(([, text]) => text !== undefined && text !== '')
  const key = JSON.stringify(lines)
  useEffect(() => {
    if (key !== '[]') box.current?.focus()
  }, [key])
  if (lines.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="grid gap-1 rounded-m border-2 border-bad bg-bad-bg p-3 text-bad">
      <h2 className="text-section font-semibold">{title}</h2>
      <ul className="grid gap-1">
        {lines.map(([field, text]) => (
          <li key={field}>
            {field === '' ? (
              text
            ) : (
              <a className="underline" href={`#${field}`}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
