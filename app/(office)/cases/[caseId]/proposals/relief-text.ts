import { yuan } from '@/app/_parts/amount'
import type { ReliefLine } from '@/db/schema/proposals'
import * as lib from '@/lib/proposals/relief-text'

type Told = Parameters<typeof lib.reliefText>

/** One relief in a few words, as this office's pages write days and amounts. */
export const reliefText = (relief: ReliefLine, t: Told[1], words: Told[2], dates: Omit<Told[3], 'yuan'>): string =>
  lib.reliefText(relief, t, words, { ...dates, yuan })
