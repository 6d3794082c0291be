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
    // A link within the page changes the address without an event of its own.
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null
      if (link?.pathname === location.pathname) setTimeout(goTo, 0, link.hash)
    }
    goTo(location.hash)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('click', onClick)
      if (wasSent.current) rescueFocus()
    }
  }, [box, wasSent])
}

function focusAt(place: HTMLElement, form: HTMLFormElement) {
  if (!place.contains(form) && !form.contains(place)) return
  form.closest('details')?.setAttribute('open', '')
  const within = form.contains(place) ? place : form
  within.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
}
