'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Header, MenuSection, Separator } from 'react-aria-components'
import { MenuLine, MenuPanel } from '../menu-panel'
import { addressOf, type Looking, plain } from './looking'
import type { Asked } from './view-bar'
import type { ViewMenuProps } from './view-menu'

type Props = ViewMenuProps & { anchor: Element; onClose: () => void }

const asks: Record<string, Asked> = { new: 'new', edit: 'edit' }

/** Every view there is: one's own, then those shared by others; and what can be done with the one shown. */
export function ViewChoices({ looking, views, chosen, view, onAsk, anchor, onClose }: Props) {
  const [t, router] = [useTranslations('views'), useRouter()]
  const open = (key: string) => {
    const found = views.find(({ id }) => id === key)
    router.push(found === undefined ? plainOf(looking) : addressOf(found, found.id))
  }
  const sections = [
    { id: 'mine', items: views.filter(({ isMine }) => isMine) },
    { id: 'shared', items: views.filter(({ isMine }) => !isMine) },
  ] as const
  return (
    <MenuPanel
      label={t('label')}
      anchor={anchor}
      onPick={(key) => (asks[key] === undefined ? open(key) : onAsk(asks[key]))}
      onClose={onClose}
    >
      <MenuLine id={plain} text={t('all')} isCurrent={view === undefined} />
      {sections
        .filter(({ items }) => items.length > 0)
        .map(({ id, items }) => (
          <MenuSection key={id}>
            <Header className="px-2.5 pt-2 pb-1 text-meta text-muted">{t(id)}</Header>
            {items.map((one) => (
              <MenuLine
                key={one.id}
                id={one.id}
                text={one.name}
                note={[chosen === one.id && t('isDefault'), !one.isMine && t('by', { owner: one.owner })]
                  .filter(Boolean)
                  .join(' · ')}
                isCurrent={one.id === view?.id}
              />
            ))}
          </MenuSection>
        ))}
      <Separator className="my-1 border-t border-line" />
      <MenuLine id="new" text={view === undefined ? t('saveNew') : t('saveAs')} />
      {view !== undefined && <MenuLine id="edit" text={t('edit', { name: view.name })} />}
    </MenuPanel>
  )
}

/** Said in so many words, so that the board does not open with the chosen view instead. */
const plainOf = ({ layout }: Looking) => addressOf({ filters: {}, layout, density: 'comfortable' }, plain)
