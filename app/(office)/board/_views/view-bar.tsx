'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { withChanges } from '../query-of'
import { addressOf, isChanged, type Layout, type Looking, type View } from './looking'
import { ViewMenu } from './view-menu'
import { ViewUpdate } from './view-update'

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog')).ViewDialog }))

export type Views = { views: readonly View[]; chosen: string | null; viewId: string | undefined }
/** `edit` is about the view that is shown. */
export type Asked = 'new' | 'edit'

/** Which view is shown, whether it has been changed, and as what cases are shown. */
export function ViewBar({ looking, views, chosen, viewId }: Views & { looking: Looking }) {
  const [t, asked, ask] = [useTranslations('views'), ...useState<Asked>()]
  const view = views.find(({ id }) => id === viewId)
  const isDirty = view !== undefined && isChanged(looking, view)
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ViewMenu {...{ looking, views, chosen, view, isDirty }} onAsk={ask} />
      {view !== undefined && isDirty && <ViewUpdate view={view} looking={looking} onSaveAs={() => ask('new')} />}
      <nav aria-label={t('layout.label')} className="flex rounded-[6px] border border-control">
        <LayoutLink to="board" looking={looking} viewId={viewId} />
        <LayoutLink to="list" looking={looking} viewId={viewId} />
      </nav>
      {looking.layout === 'board' && <DensityLink looking={looking} />}
      <Suspense>
        {asked !== undefined && (
          <ViewDialog {...{ looking, chosen }} view={asked === 'edit' ? view : undefined} onClose={() => ask(undefined)} />
        )}
      </Suspense>
    </div>
  )
}

/** The same cases as a board or as a list. */
function LayoutLink({ to, looking, viewId }: { to: Layout; looking: Looking; viewId: string | undefined }) {
  const t = useTranslations('views.layout')
  return (
    <Link
      href={addressOf({ ...looking, layout: to }, viewId)}
      aria-current={looking.layout === to ? 'true' : undefined}
      className="grid min-h-7 place-items-center px-2.5 text-dense text-ink-2 no-underline first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-sunken aria-[current]:bg-primary-tint aria-[current]:font-semibold aria-[current]:text-primary"
    >
      {t(to)}
    </Link>
  )
}

/** Closer together, or further apart; everything else in the address stays. */
function DensityLink({ looking: { density } }: { looking: Looking }) {
  const [t, path, params] = [useTranslations('views.density'), usePathname(), useSearchParams()]
  const isCompact = density === 'compact'
  const query = withChanges(params, { density: isCompact ? [] : ['compact'] })
  return (
    <Link
      href={query === '' ? `${path}?view=all` : `${path}?${query}`}
      aria-current={isCompact ? 'true' : undefined}
      className="hidden min-h-7 place-items-center rounded-[6px] border border-control px-2.5 text-dense text-ink-2 no-underline hover:bg-sunken aria-[current]:bg-primary-tint aria-[current]:font-semibold aria-[current]:text-primary md:grid"
    >
      {t('compact')}
    </Link>
  )
}
