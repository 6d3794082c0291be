'use client'
import { usePathname, useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Sequence } from '../_keys/sequence'
import type { ShortcutId } from '../_keys/shortcuts'
import { areSingleKeysOn } from '../_keys/single-keys'
import { formAround, submitForm } from '../_keys/submit-form'
import { isComposing, isInDialog, isTyping, isWriting } from '../_keys/typing'
import { usePrivacy } from '../_privacy/cover'
import { doDeed } from './deeds'
import type { Deed, Entry } from './entries'
import type { PaletteProps } from './palette'
import { SearchBox } from './search-box'

const parts = { palette: () => import('./palette'), keys: () => import('../_keys/keys-sheet') }
const Palette = lazy(async () => ({ default: (await parts.palette()).Palette }))
const KeysSheet = lazy(async () => ({ default: (await parts.keys()).KeysSheet }))

/** The search box, the palette, the sheet of keys, and the keys that work on every page. */
export function OfficeKeys(props: PaletteProps) {
  const [opened, setOpened] = useState<'palette' | 'keys'>()
  const [router, path, { toggle: togglePrivacy }] = [useRouter(), usePathname(), usePrivacy()]
  const close = () => setOpened(undefined)
  const acts: Partial<Record<Deed, () => void>> = { privacy: togglePrivacy, help: () => setOpened('keys') }
  const pick = (entry: Entry) => {
    if ('href' in entry) router.push(entry.href)
    else (acts[entry.deed] ?? (() => doDeed(entry.deed)))()
  }
  const press: Partial<Record<ShortcutId, () => void>> = {
    palette: () => setOpened((now) => (now === 'palette' ? undefined : 'palette')),
    privacy: togglePrivacy,
    help: () => setOpened('keys'),
    search: reachSearch,
    submit: submitHere,
  }
  usePresses((id) => {
    const entry = [...props.known.places, ...props.known.deeds].find(({ shortcut }) => shortcut === id)
    const act = press[id] ?? (entry === undefined ? undefined : () => pick(entry))
    act?.()
    return act !== undefined
  })
  usePreload()
  useEffect(() => {
    if (path !== null) setOpened(undefined)
  }, [path])
  return (
    <>
      <SearchBox maySearch={props.maySearch} onPalette={() => setOpened('palette')} />
      <Suspense>
        {opened === 'palette' && <Palette {...props} onPick={pick} onClose={close} />}
        {opened === 'keys' && <KeysSheet onClose={close} />}
      </Suspense>
    </>
  )
}

/** The filter of a board or list where there is one, else the search of the office. */
function reachSearch() {
  const box = document.getElementById('board-filter') ?? document.getElementById('office-search')
  box?.focus()
}

function submitHere() {
  const form = formAround(document.activeElement)
  if (form !== null) submitForm(form)
}

/** Hears keys that nobody nearer has taken. `act` says whether it did something. */
function usePresses(act: (id: ShortcutId) => boolean) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const sequence = new Sequence()
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented || isComposing(event)) return
      const id = sequence.hear(event, { at: event.timeStamp, singleKeys: areSingleKeysOn() })
      if (id !== undefined && isFree(id, event) && latest.current(id)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

/** The palette opens from any field, and any form is sent; covering the screen is kept from nobody but while they write. */
function isFree(id: ShortcutId, event: KeyboardEvent) {
  if (id === 'submit') return formAround(event.target) !== null
  if (id === 'palette') return !isInDialog(event) || isInPalette(event)
  return id === 'privacy' ? !isWriting(event) : !isTyping(event)
}

const isInPalette = ({ target }: KeyboardEvent) => target instanceof HTMLElement && target.closest('[data-palette]') !== null

/** The palette is fetched once the page has come to rest, so that it opens at once and weighs nothing before. */
function usePreload() {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([parts.palette(), parts.keys()]), 2500)
    return () => clearTimeout(timer)
  }, [])
}
