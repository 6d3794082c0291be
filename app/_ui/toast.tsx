'use client'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from './button'

export type Toast = { text: string; tone?: 'plain' | 'bad'; action?: { label: string; run: () => void } }
type Shown = Toast & { id: number }

const ShowToast = createContext<(toast: Toast) => void>(() => {})
const seconds = 10

/** Shows a message for ten seconds, with one action such as undo. Announced politely. */
export const useToast = () => useContext(ShowToast)

export function ToastRegion({ label, closeLabel, children }: { label: string; closeLabel: string; children: ReactNode }) {
  const { shown, show, drop } = useOneToast()
  return (
    <ShowToast value={show}>
      {children}
      <section
        aria-label={label}
        aria-live="polite"
        className="fixed bottom-4 left-1/2 z-40 w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 no-print"
      >
        {shown !== undefined && <ToastLine key={shown.id} toast={shown} closeLabel={closeLabel} close={() => drop(shown.id)} />}
      </section>
    </ShowToast>
  )
}

/** The newest message takes the place of the one before; it goes with the page it belongs to. */
function useOneToast() {
  const [shown, setShown] = useState<Shown>()
  const next = useRef(0)
  const drop = useCallback((id: number) => setShown((toast) => (toast?.id === id ? undefined : toast)), [])
  const show = useCallback(
    (toast: Toast) => {
      next.current += 1
      const id = next.current
      setShown({ ...toast, id })
      setTimeout(() => drop(id), seconds * 1000)
    },
    [drop],
  )
  const path = usePathname()
  useEffect(() => {
    if (path !== null) setShown(undefined)
  }, [path])
  return { shown, show, drop }
}

function ToastLine({ toast, closeLabel, close }: { toast: Shown; closeLabel: string; close: () => void }) {
  const { action } = toast
  return (
    <div
      className={`flex items-center gap-3 rounded-m border bg-surface px-4 py-2 shadow-2 ${toast.tone === 'bad' ? 'border-bad text-bad' : 'border-line'}`}
    >
      <span>{toast.text}</span>
      {action !== undefined && (
        <Button
          look="quiet"
          className="font-semibold text-primary"
          onClick={() => {
            close()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="quiet" aria-label={closeLabel} onClick={close}>
        ×
      </Button>
    </div>
  )
}
