'use client'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { CoveredScreen } from './covered-screen'

type Privacy = { isCovered: boolean; toggle: () => void }
const Covered = createContext<Privacy>({ isCovered: false, toggle: () => {} })

/** Whether the screen is covered, and how it is covered and uncovered. */
export const usePrivacy = () => useContext(Covered)

/** Covers everything for eyes that pass by: the page stays as it is underneath, a reload does not uncover it. */
export function Cover({ initially, children }: { initially: boolean; children: ReactNode }) {
  const [isCovered, setCovered] = useState(initially)
  const toggle = useCallback(() => {
    setCovered(!isCovered)
    remember(!isCovered)
  }, [isCovered])
  const privacy = useMemo(() => ({ isCovered, toggle }), [isCovered, toggle])
  return (
    <Covered value={privacy}>
      <div className={isCovered ? 'invisible' : undefined}>{children}</div>
      {isCovered && <CoveredScreen onLift={toggle} />}
    </Covered>
  )
}

/** The server is told, so that a reload shows a covered page at once; where it cannot be told, this page stays as it is. */
function remember(isCovered: boolean) {
  const body = new URLSearchParams({ covered: isCovered ? 'yes' : 'no' })
  fetch('/preferences/cover', { method: 'POST', body }).catch(() => undefined)
}
