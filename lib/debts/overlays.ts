import type { Overlay } from '@/db/vocabulary'

type Note = { disputed: boolean; holderStage: string }

/** Overlays that follow from the loan notes; the others are set by people. */
const following = {
  LEGAL: ({ holderStage }) => holderStage === 'LITIGATION',
  DISPUTED: ({ disputed }) => disputed,
} satisfies Partial<Record<Overlay, (note: Note) => boolean>>

const isFollowing = (overlay: Overlay): overlay is keyof typeof following => overlay in following

/** What lies over a case: what its loan notes say (in court, disputed), and what people have set, which stays. */
export const overlaysOf = (notes: readonly Note[], known: readonly Overlay[]): Overlay[] => [
  ...known.filter((overlay) => !isFollowing(overlay)),
  ...(['LEGAL', 'DISPUTED'] as const).filter((overlay) => notes.some(following[overlay])),
]
