'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import type { Looking, View } from './looking'
import { useViewWrites } from './use-view-writes'

/** A changed view: keep the change in it, or as another one. A colleague's view is only ever kept as another. */
export function ViewUpdate({ view, looking, onSaveAs }: { view: View; looking: Looking; onSaveAs: () => void }) {
  const [t, { update, isBusy }] = [useTranslations('views'), useViewWrites()]
  return (
    <>
      {view.isMine && (
        <Button className="min-h-7 text-dense" disabled={isBusy} onClick={() => void update(view, looking)}>
          {t('update')}
        </Button>
      )}
      <Button look="quiet" className="min-h-7 text-dense" onClick={onSaveAs}>
        {t('saveAs')}
      </Button>
    </>
  )
}
