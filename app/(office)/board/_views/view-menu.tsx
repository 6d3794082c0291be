'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { addressOf, type Looking, plain, type View } from './looking'
import type { Asked } from './view-bar'

type Props = {
  looking: Looking
  views: readonly View[]
  chosen: string | null
  view: View | undefined
  isDirty: boolean
  onAsk: (asked: Asked) => void
}

/** Every view there is; a dot says that the one shown has been changed. */
export function ViewMenu({ looking, views, chosen, view, isDirty, onAsk }: Props) {
  const [t, router] = [useTranslations('views'), useRouter()]
  const open = (key: string) => {
    const found = views.find(({ id }) => id === key)
    router.push(found === undefined ? plainOf(looking) : addressOf(found, found.id))
  }
  const asks: Record<string, Asked> = { new: 'new', edit: 'edit' }
  const act = (key: string) => (asks[key] === undefined ? open(key) : onAsk(asks[key]))
  const sections = [
    { id: 'mine', items: views.filter(({ isMine }) => isMine) },
    { id: 'shared', items: views.filter(({ isMine }) => !isMine) },
  ] as const
  return (
    <MenuTrigger>
      <Button className="flex min-h-7 items-center gap-1.5 rounded-[6px] border border-control bg-surface px-2.5 text-dense text-ink hover:bg-sunken">
        <span className="text-muted">{t('label')}</span>
        <b className="max-w-40 truncate font-semibold">{view?.name ?? t('all')}</b>
        {isDirty && <span role="img" aria-label={t('changed')} title={t('changed')} className="size-2 rounded-full bg-wait" />}
        <span aria-hidden="true" className="text-muted">
          ▾
        </span>
      </Button>
      <Popover className="max-h-96 min-w-60 overflow-y-auto rounded-m border border-line bg-surface p-1 shadow-2">
        <Menu aria-label={t('label')} className="grid outline-none" onAction={(key) => act(String(key))}>
          <Line id={plain} text={t('all')} isCurrent={view === undefined} />
          {sections
            .filter(({ items }) => items.length > 0)
            .map(({ id, items }) => (
              <MenuSection key={id}>
                <Header className="px-2.5 pt-2 pb-1 text-meta text-muted">{t(id)}</Header>
                {items.map((one) => (
                  <Line
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
          <Line id="new" text={view === undefined ? t('saveNew') : t('saveAs')} />
          {view !== undefined && <Line id="edit" text={t('edit', { name: view.name })} />}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Said in so many words, so that the board does not open with the chosen view instead. */
const plainOf = ({ layout }: Looking) => addressOf({ filters: {}, layout, density: 'comfortable' }, plain)

function Line({ id, text, note = '', isCurrent = false }: { id: string; text: string; note?: string; isCurrent?: boolean }) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      className="flex min-h-8 cursor-pointer items-center gap-3 rounded-[6px] px-2.5 text-body text-ink outline-none data-[focused]:bg-primary-tint data-[focused]:text-primary"
    >
      <span className="max-w-60 truncate">{text}</span>
      {note !== '' && <span className="text-meta text-muted">{note}</span>}
      {isCurrent && (
        <span aria-hidden="true" className="ml-auto">
          ✓
        </span>
      )}
    </MenuItem>
  )
}
