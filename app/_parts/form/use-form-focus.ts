'use client'
import { useEffect } from 'react'
import { rescueFocus } from '@/app/_ui/focus'

type Box = { current: HTMLFormElement | null }

/** A form that an address leads to takes the focus; one that was sent and went away with it hands it on. */
export function useFormFocus(box: Box, wasSent: { current: boolean }) {
  useEffect(() => {
    if (location.hash !== '' && box.current?.closest(`[id="${CSS.escape(location.hash.slice(1))}"]`)) focusFirst(box.current)
    return () => {
      if (wasSent.current) rescueFocus()
    }
  }, [box, wasSent])
}

function focusFirst(form: HTMLFormElement) {
  form.closest('details')?.setAttribute('open', '')
  form.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
}
