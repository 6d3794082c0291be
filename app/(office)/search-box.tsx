'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

/** One box for every case: a plain form, reached from anywhere by Ctrl or ⌘ with K. */
export function SearchBox() {
  const t = useTranslations('shell')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.isComposing) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', reach)
    return () => removeEventListener('keydown', reach)
  }, [])
  return (
    <search>
      <form action="/search" method="get" className="relative">
        <input
          ref={input}
          name="q"
          type="search"
          required
          maxLength={100}
          autoComplete="off"
          aria-label={t('searchLabel')}
          placeholder={t('search')}
          className="min-h-8 w-full rounded-[6px] border border-control bg-surface px-2.5 py-1 text-dense text-ink placeholder:text-muted"
        />
      </form>
    </search>
  )
}
