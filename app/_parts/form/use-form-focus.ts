'use client'
import { useEffect } from 'react'
import { rescueFocus } from '@/app/_ui/focus'

type Box = { current: HTMLFormElement | null }

/**
 * A form that an address leads to, or into, takes the focus, be it of the page one comes to or of the one one is on; one that
 * was sent and went away with it hands it on.
 */
export function useFormFocus(box: Box, wasSent: { current: boolean }) {
  useEffect(() => {
    const goTo = (hash: string) => {
      const place = hash === '' ? null : document.getElementById(hash.slice(1))
      if (place !== null && box.current !== null) focusAt(place, box.current)
    }
    // The router's own links change the address without an event.
    const onClick = (event: MouseEvent) => {
      const hash = hashWithin(event)
      if (hash !== undefined) setTimeout(goTo, 0, hash)
    }
    goTo(location.hash)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('click', onClick)
      if (wasSent.current) rescueFocus()
    }
  }, [box, wasSent])
}

/** Where on this very page the clicked link leads, unless it is opened elsewhere. */
function hashWithin({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null
  const isHere = link?.pathname === location.pathname && link.search === location.search
  return isHere && !(ctrlKey || metaKey || shiftKey) ? link.hash : undefined
}

function focusAt(place: HTMLElement, form: HTMLFormElement) {
  if (!form.contains(place) && !isOnlyFormOf(place, form)) return
  form.closest('details')?.setAttribute('open', '')
  const within = form.contains(place) ? place : form
  within.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
}

/** The whole page, or a part with several forms, is no way to one of them. */
const isOnlyFormOf = (place: HTMLElement, form: HTMLFormElement) => {
  const forms = place.querySelectorAll('form')
  return !place.matches('main') && forms.length === 1 && forms[0] === form
}
