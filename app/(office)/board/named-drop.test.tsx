import { createTranslator } from 'next-intl'
import { GridList, useDragAndDrop } from 'react-aria-components'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { namedDrop } from './named-drop'

type Said = { label: string | undefined; by: string | undefined }

/** What is said of the place a card is dropped on, as the list itself asks for it. */
function placeOf(name: string): Said {
  const said: Said = { label: undefined, by: undefined }
  function Column() {
    const { dragAndDropHooks } = useDragAndDrop({ getDropOperation: () => 'move', onRootDrop: () => undefined })
    const named = namedDrop(dragAndDropHooks, name)
    const { useDropIndicator: look } = named
    const useDropIndicator: typeof look = (props, state, ref) => {
      const place = look?.(props, state, ref)
      if (place === undefined) throw new Error('a list that takes cards says where')
      const { 'aria-label': label, 'aria-labelledby': by } = place.dropIndicatorProps
      if (props.target.type === 'root') Object.assign(said, { label, by })
      return place
    }
    return <GridList aria-label="x" dragAndDropHooks={{ ...named, useDropIndicator }} renderEmptyState={() => null} />
  }
  renderToStaticMarkup(<Column />)
  return said
}

test.each(locales)('whoever lifts a card hears onto which column it would fall, in %s', (locale) => {
  const t = createTranslator({ locale, messages: messages[locale] })
  const name = t('board.announce.dropOn', { stage: t('words.stage.DRAFTING') })
  expect(name).toContain(t('words.stage.DRAFTING'))
  expect(placeOf(name)).toEqual({ label: name, by: undefined })
})
