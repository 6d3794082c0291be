'use client'
import { useTranslations } from 'next-intl'
import { ViewChoices } from '../at-rest'
import { MenuButton } from '../menu-button'
import type { Looking, View } from './looking'
import type { Asked } from './view-bar'

export type ViewMenuProps = {
  looking: Looking
  views: readonly View[]
  chosen: string | null
  view: View | undefined
  onAsk: (asked: Asked) => void
}

/** Which view is shown, with every view there is behind it; a dot says that the one shown has been changed. */
export function ViewMenu({ isDirty, ...props }: ViewMenuProps & { isDirty: boolean }) {
  const t = useTranslations('views')
  return (
    <MenuButton
      className="flex min-h-7 items-center gap-1.5 rounded-[6px] border border-control bg-surface px-2.5 text-dense text-ink hover:bg-sunken"
      menu={({ anchor, close }) => <ViewChoices {...props} anchor={anchor} onClose={close} />}
    >
      <span className="text-muted">{t('label')}</span>
      <b className="max-w-40 truncate font-semibold">{props.view?.name ?? t('all')}</b>
      {isDirty && <span role="img" aria-label={t('changed')} title={t('changed')} className="size-2 rounded-full bg-wait" />}
      <span aria-hidden="true" className="text-muted">
        ▾
      </span>
    </MenuButton>
  )
}
