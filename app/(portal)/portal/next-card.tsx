import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { dateInWords } from '@/app/_parts/dates'
import type { DelegateVerb } from '@/db/vocabulary-portal'
import { calmly } from '@/lib/portal/calm'
import type { NextThing } from '@/lib/portal/next-thing'

/** Reading before signing is for all who read; the page itself says that signing is not. */
const verbOf = { approve: 'READ', sign: 'READ', confirm: 'READ', upload: 'UPLOAD', pay: 'REPORT_PAYMENT' } as const

/** `isOwn`: said to the client, else to who helps them. */
type Props = { next: NextThing; today: string; isCalm: boolean; may: readonly DelegateVerb[]; isOwn: boolean }

/** Exactly one thing to do, with exactly one main button where it is theirs to do; in calmer words for who needs care. */
export async function NextCard({ next, today, isCalm, may, isOwn }: Props) {
  const [t, locale, say] = [await getTranslations('portal'), await getLocale(), await wordsTo(isOwn)]
  if (next.kind === 'nothing') {
    return (
      <section className="card">
        <h2>{say('nothing')}</h2>
        <p>{say('nothingText')}</p>
      </section>
    )
  }
  const between = locale === 'en' ? ' ' : '' // sentences
  const { title, text, button, href } = words(next)
  const isTheirs = may.includes(verbOf[next.kind])
  return (
    <section className="card now">
      <p className="k">{isCalm ? t('calm.onlyOne') : say('onlyOne')}</p>
      <h2>{title}</h2>
      {next.kind === 'upload' && next.note !== '' && <p>{next.note}</p>}
      <p>{text}</p>
      {isTheirs && (
        <a className="big" href={href}>
          {button}
        </a>
      )}
      {isTheirs && next.kind === 'upload' && (
        <a className="alt" href={`${href}#cannot`}>
          {t('cannot')}
        </a>
      )}
    </section>
  )

  function words(thing: Exclude<NextThing, { kind: 'nothing' }>) {
    switch (thing.kind) {
      case 'approve':
        return {
          title: say('approveTitle'),
          text: say('approveText'),
          button: t('approveButton'),
          href: `/portal/proposals/${thing.versionId}`,
        }
      case 'sign':
        return {
          title: t('signTitle'),
          text: say('signText'),
          button: t('signButton'),
          href: `/portal/receipts/${thing.agreementId}`,
        }
      case 'confirm':
        return {
          title: t('confirmTitle'),
          text: t('confirmText'),
          button: t('approveButton'),
          href: `/portal/documents/${thing.evidenceId}`,
        }
      case 'upload': {
        const by =
          thing.deadline === null ? '' : t(calmly('uploadBy', isCalm), { date: dateInWords(thing.deadline, locale, today) })
        return {
          title: t('uploadTitle', { name: thing.name }),
          text: [t('uploadText'), by].join(between),
          button: t('uploadButton'),
          href: `/portal/uploads/${thing.requestId}`,
        }
      }
      case 'pay': {
        const date = dateInWords(thing.dueOn, locale, today)
        const text = t(calmly(thing.isLate ? 'payLate' : 'payText', isCalm), { date })
        return {
          title: t('payTitle', { amount: yuan(thing.amount) }),
          text,
          button: t('payButton'),
          href: `/portal/plans/${thing.agreementId}`,
        }
      }
    }
  }
}

type Word = 'onlyOne' | 'nothing' | 'nothingText' | 'approveTitle' | 'approveText' | 'signText'

async function wordsTo(isOwn: boolean) {
  const [own, helping] = [await getTranslations('portal'), await getTranslations('delegates')]
  return (word: Word) => (isOwn ? own(word) : helping(`home.${word}`))
}
