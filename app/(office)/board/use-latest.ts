'use client'
import { useRef, useState } from 'react'

/** One object for the life of a component, which always sees what surrounds it now. */
export function useLatest<Around, Made>(Kind: new (around: () => Around) => Made, around: Around): Made {
  const latest = useRef(around)
  latest.current = around
  const [made] = useState(() => new Kind(() => latest.current))
  return made
}
