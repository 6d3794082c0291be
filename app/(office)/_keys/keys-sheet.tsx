'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog'
import { Checkbox } from '@/app/_ui/field'
import { Key } from './key'
import { linesFor, type Place, printed } from './shortcuts'
import { useSingleKeys } from './single-keys'
import { useMac } from './use-mac'

/** Every key there is, and the switch that turns single keys off. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const [t, [isOn, set]] = [useTranslations('keys'), useSingleKeys()]
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} width="form">
      <div className="grid content-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <div className="grid content-start gap-4">
          <Section place="everywhere" />
          <Section place="case" />
        </div>
        <Section place="board" />
      </div>
      <div className="grid gap-1 border-t border-line pt-3">
        <Checkbox label={t('single')} checked={isOn} onChange={({ target }) => set(target.checked)} />
        <p className="text-meta text-muted">{t('singleHint')}</p>
      </div>
      <Link href="/glossary" className="justify-self-start text-primary">
        {t('glossary')}
      </Link>
    </Dialog>
  )
}

function Section({ place }: { place: Place }) {
  const t = useTranslations('keys')
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-body font-semibold">{t(place)}</h3>
      <Lines place={place} />
    </section>
  )
}

function Lines({ place }: { place: Place }) {
  const [t, isMac] = [useTranslations('keys'), useMac()]
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] items-baseline gap-x-3 gap-y-1.5">
      {linesFor(place).map(({ says, keys }) => (
        <div key={says} className="contents">
          <dt className="flex flex-wrap gap-1">
            {keys.map((key) => (
              <Key key={key}>{printed(key, isMac)}</Key>
            ))}
          </dt>
          <dd className="text-dense">{t(`list.${says}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
