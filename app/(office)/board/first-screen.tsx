'use client'
import { useTranslations } from 'next-intl'
import type { OpenStage } from '@/db/vocabulary'
import type { BoardProps } from './board'
import type { Board } from './board-state'
import { CardFace } from './card-face'
import { cardLook } from './focus-card'
import { isEmpty, NoCases } from './no-cases'
import { firstStage, StageChoice } from './stage-choice'
import { Toolbar } from './toolbar'

const drawn = 6

/**
 * What can be seen before scripts run: every stage that has cases, with its first cards; on a phone the chosen one, as it will stand
 * there.
 */
export function FirstScreen({ board, timeZone, bar, query, density }: BoardProps & { board: Board }) {
  const words = useTranslations('words')
  const now = { today: board.today, timeZone }
  return (
    <>
      <Toolbar board={board} bar={bar} />
      {isEmpty(board.columns) && <NoCases isFiltered={query !== ''} />}
      <div
        data-first-screen
        className="group/first flex min-h-0 flex-1 gap-3 overflow-x-auto px-5 pt-1 pb-5 max-md:grid max-md:content-start max-md:px-4 max-md:pt-0 max-md:pb-6"
      >
        <div className="md:hidden">
          <StageChoice columns={board.columns} defaultValue={firstStage(board.columns)} />
        </div>
        {board.columns
          .filter(({ count }) => count > 0)
          .map(({ stage, cards, count }) => (
            <section
              key={stage}
              className={`grid w-[calc(272rem/14)] shrink-0 content-start gap-2 rounded-[10px] bg-sunken p-2 max-md:hidden max-md:w-auto max-md:min-w-0 max-md:bg-transparent max-md:p-0 ${ifChosen[stage]}`}
            >
              <h2 className="px-1 text-body font-semibold max-md:sr-only">
                {words(`stage.${stage}`)} <span className="font-medium text-muted">{count}</span>
              </h2>
              {cards.slice(0, drawn).map((card) => (
                <a
                  key={card.id}
                  href={`/cases/${card.id}`}
                  className={`grid ${cardLook(density)} content-between rounded-m bg-surface px-3 text-ink no-underline shadow-1 ${onPhone}`}
                >
                  <CardFace card={card} now={now} />
                </a>
              ))}
            </section>
          ))}
      </div>
    </>
  )
}

/** With room for the buttons that come with scripts, where scripts run. */
const onPhone = 'max-md:h-auto max-md:gap-1 max-md:border max-md:border-transparent max-md:pt-3 max-md:pb-14 max-md:noscript:pb-3'

/** The list that is chosen, also without scripts. */
const ifChosen: Record<OpenStage, string> = {
  INTAKE: 'max-md:group-has-[[value=INTAKE]:checked]/first:grid',
  EVIDENCE: 'max-md:group-has-[[value=EVIDENCE]:checked]/first:grid',
  DRAFTING: 'max-md:group-has-[[value=DRAFTING]:checked]/first:grid',
  CLIENT_REVIEW: 'max-md:group-has-[[value^=CLIENT]:checked]/first:grid',
  SUBMITTED: 'max-md:group-has-[[value=SUBMITTED]:checked]/first:grid',
  INFO_REQUESTED: 'max-md:group-has-[[value^=INFO]:checked]/first:grid',
  COUNTERED: 'max-md:group-has-[[value=COUNTERED]:checked]/first:grid',
  CONFIRMING: 'max-md:group-has-[[value=CONFIRMING]:checked]/first:grid',
  MONITORING: 'max-md:group-has-[[value=MONITORING]:checked]/first:grid',
  FALLBACK: 'max-md:group-has-[[value=FALLBACK]:checked]/first:grid',
}
