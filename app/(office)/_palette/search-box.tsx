'use client'
import { useTranslations } from 'next-intl'
import { Key } from '../_keys/key'
import { printed, shortcuts } from '../_keys/shortcuts'
import { useMac } from '../_keys/use-mac'

/** One box for every case, a plain form that works without scripts, with the palette at its end. */
export function SearchBox({ maySearch, onPalette }: { maySearch: boolean; onPalette: () => void }) {
  const [t, palette, isMac] = [useTranslations('shell'), useTranslations('palette'), useMac()]
  const keys = printed(shortcuts.palette.keys[0], isMac)
  const box = 'min-h-8 w-full rounded-[6px] border border-control bg-surface text-dense'
  if (!maySearch)
    return (
      <button
        type="button"
        onClick={onPalette}
        aria-keyshortcuts="Control+K Meta+K"
        className={`${box} flex items-center px-2.5 text-muted hover:bg-sunken`}
      >
        {palette('jump')}
        <span className="ml-auto">
          <Key>{keys}</Key>
        </span>
      </button>
    )
  return (
    <search>
      <form action="/search" method="get" className="relative">
        <input
          id="office-search"
          name="q"
          type="search"
          required
          maxLength={100}
          autoComplete="off"
          aria-label={t('searchLabel')}
          placeholder={t('search')}
          className={`${box} py-1 pr-16 pl-2.5 text-ellipsis text-ink placeholder:text-muted [&::-webkit-search-cancel-button]:hidden`}
        />
        <button
          type="button"
          onClick={onPalette}
          aria-label={palette('open')}
          aria-keyshortcuts="Control+K Meta+K"
          className="absolute inset-y-0 right-0 flex min-h-6 items-center rounded-[6px] px-1.5 hover:[&>kbd]:border-control"
        >
          <Key>{keys}</Key>
        </button>
      </form>
    </search>
  )
}
