'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { writeLettersAction } from '../actions'

type Outcome = 'more' | 'done' | 'over' | 'stuck'

/** Milliseconds until the next call; none where nothing is left to ask for. */
const pauses: Record<Outcome, number | undefined> = { more: 150, stuck: 3000, done: undefined, over: undefined }

/** Asks for the next letters until there are none left; each answer refreshes the page. Says so when it cannot go on. */
export function KeepWriting({ batchId }: { batchId: string }) {
  const t = useTranslations('letterBatches')
  const [outcome, setOutcome] = useState<Outcome>('more')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const next = async () => {
      const came = await writeSome(batchId)
      if (isGone) return
      setOutcome(came)
      timer = later(came, () => void next())
    }
    timer = setTimeout(() => void next(), pauses.more)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [batchId])
  return outcome === 'stuck' ? <p className="text-wait">{t('trouble')}</p> : null
}

/** Finished or cancelled by somebody else: the page as it is now says so. */
function later(came: Outcome, next: () => void) {
  if (came === 'over') window.location.reload()
  const pause = pauses[came]
  return pause === undefined ? undefined : setTimeout(next, pause)
}

async function writeSome(batchId: string): Promise<Outcome> {
  const answer = await writeLettersAction({ batchId }).catch(() => undefined)
  if (answer === undefined) return 'stuck'
  if (!answer.ok) return answer.code === 'rule' ? 'over' : 'stuck'
  return answer.value.left > 0 ? 'more' : 'done'
}
