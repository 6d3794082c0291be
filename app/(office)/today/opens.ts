import type { RadarKind } from '@/lib/radar/kinds'
import type { RadarBand } from '@/lib/radar/ranked'

const most = 30

/** Whether a band of the radar is open at first: a long one is not, nor the last, unless a limitation period ends in it. */
export const opens = (band: RadarBand, items: readonly { kind: RadarKind }[]): boolean =>
  items.length <= most && (band !== 'LATER' || items.some(({ kind }) => kind === 'LIMITATION'))
