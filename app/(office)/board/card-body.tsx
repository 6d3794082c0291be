'use client'
import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components'
import type { Card } from '@/lib/cases/card'
import { useTools } from './around'
import { CardFace } from './card-face'
import { Mark } from './mark'

/** A card that can be acted on: with a handle for the keyboard and a menu for everybody. */
export function CardBody({ card }: { card: Card }) {
  const [t, tools] = [useTranslations('board.card'), useTools()]
  const small = 'grid size-6 place-items-center rounded-s text-muted outline-offset-0 hover:bg-sunken hover:text-ink'
  return (
    <CardFace
      card={card}
      now={tools.now}
      mark={<Mark card={card} />}
      menu={
        <>
          {tools.rights.move && (
            <Button
              slot="drag"
              aria-label={t('drag', { name: card.name, number: card.no })}
              className={`${small} -mr-6 opacity-0 focus-visible:mr-0 focus-visible:opacity-100`}
            >
              <span aria-hidden="true">⠿</span>
            </Button>
          )}
          <Button
            aria-label={t('menu', { name: card.name, number: card.no })}
            className={small}
            onPress={({ target }) => tools.open('menu', card, target)}
          >
            <span aria-hidden="true">⋯</span>
          </Button>
        </>
      }
    />
  )
}
