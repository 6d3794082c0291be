'use client'
import { useEffect } from 'react'
import { rescueFocus } from '@/app/_ui/focus'

type Box = { current: HTMLFormElement | null }

/** A form that an address leads to, or into, takes the focus; one that was sent and went away with it hands it on. */
export function useFormFocus(box: Box, wasSent: { current: boolean }) {
  useEffect(() => {
    const place = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
    if (place !== null && box.current !== null) focusAt(place, box.current)
    return () => {
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
