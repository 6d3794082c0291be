import { getLocale, getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { Disclosure } from '@/app/_parts/disclosure'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { mayAsk } from '@/lib/core/permissions'
import { type BundleView, listBundles } from '@/lib/evidence/bundle.queries'
import type { CaseView } from '../_frame/case-view'
import { Offered } from '../_frame/offered'
import { SendBundle } from './send-bundle'

/** What went to the creditor, the last first, and the form that records the next one. */
export async function Bundles({ view }: { view: CaseView }) {
  const t = await getTranslations('bundles')
  const { bundles } = await listBundles(view.actor, { caseId: view.kase.id })
  return (
    <Panel title={t('title')} id="bundles">
      <p className="text-dense text-muted">{t('lead')}</p>
      {bundles.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      <ol className="grid gap-3">
        {bundles.map((bundle) => (
          <li key={bundle.id} className="grid gap-2 border-b border-line pb-3">
            <Bundle bundle={bundle} view={view} />
          </li>
        ))}
      </ol>
      <Offered view={view} command="bundle.send">
        <Disclosure label={t('send')}>
          <SendBundle view={view} />
        </Disclosure>
      </Offered>
    </Panel>
  )
}

async function Bundle({ bundle, view: { actor } }: { bundle: BundleView; view: CaseView }) {
  const [t, words, people, format] = [
    await getTranslations('bundles'),
    await getTranslations('words'),
    await getTranslations('people'),
    await dayFormat(),
  ]
  const when = format.dateTime(new Date(bundle.sentAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: actor.timeZone })
  const facts = [
    bundle.by !== null && t('by', { name: bundle.by }),
    bundle.version !== null && t('withVersion', { number: bundle.version }),
    t('declared', { channel: people(`consentChannel.${bundle.truthChannel}`) }),
    bundle.proof,
  ]
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <b>{t('number', { number: bundle.number })}</b>
        <Pill tone="talk">{words(`channel.${bundle.channel}`)}</Pill>
        <span>{t('to', { recipient: bundle.recipient })}</span>
        <span className="text-muted">{bundle.address}</span>
        <span className="ml-auto text-dense text-muted">{when}</span>
      </p>
      <p>{bundle.purpose}</p>
      <Files bundle={bundle} />
      <p className="text-dense text-muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="text-meta break-all text-muted">{t('listHash', { hash: bundle.listHash })}</p>
      {!bundle.mayOpen && <p className="text-dense text-wait">{t('closed')}</p>}
      {bundle.mayOpen && mayAsk(actor, 'bundle.download') && (
        <div className="flex flex-wrap items-center gap-2">
          <a className={buttonClass()} href={`/api/v1/evidence-bundles/${bundle.id}/zip`} download>
            {t('download')}
            <span className="sr-only"> {t('number', { number: bundle.number })}</span>
          </a>
          <span className="text-meta text-muted">{t('downloadHint')}</span>
        </div>
      )}
    </>
  )
}

async function Files({ bundle: { items } }: { bundle: BundleView }) {
  const [t, isEnglish] = [await getTranslations('bundles'), (await getLocale()) === 'en']
  return (
    <ul className="grid gap-1 text-dense">
      {items.map((item) => (
        <li key={item.evidenceId} className="flex flex-wrap items-baseline gap-2">
          <span>{isEnglish ? item.nameEn : item.nameZh}</span>
          <span className="text-muted">{item.file === '' ? t('hiddenFile') : item.file.replace('files/', '')}</span>
          {item.isSensitive && <Pill tone="wait">{t('sensitive')}</Pill>}
          <code className="text-meta text-muted">{item.hash.slice(0, 12)}</code>
        </li>
      ))}
    </ul>
  )
}
