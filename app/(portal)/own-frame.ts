import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/core/session'
import { type Html, html } from '@/lib/platform/html'
import { frame } from '@/lib/portal/frame.queries'

/** What stands on every page of somebody who is in: whose office it is, what tells us from impostors, and how to reach us. */
export type OwnFrame = { office: string; leave: Html | null; safe: Html; reach: Html }

/** Null for who is not in: to them nothing of anybody's is told. */
export async function ownFrame(): Promise<OwnFrame | null> {
  const actor = await currentActor()
  if (actor?.kind !== 'client') return null
  const view = await frame(actor)
  return { office: actor.organisationName, leave: view.quickExit ? await leave() : null, ...(await ending(view)) }
}

async function leave() {
  const t = await getTranslations('portal')
  return html`<form action="/leave" method="post" class="leave"><button class="tool" type="submit">${t('leave')}</button></form>`
}

async function ending({ safePhrase, phone, counsellor, unread, may }: Awaited<ReturnType<typeof frame>>) {
  const [t, thread] = [await getTranslations('portal'), await getTranslations('thread')]
  const phrase = safePhrase === '' ? '' : t('safePhrase', { phrase: safePhrase })
  const [place, call] = phone === '' ? ['/portal/help', t('callNone')] : [`tel:${phone}`, t('call', { name: counsellor })]
  const write = unread > 0 ? thread('unread', { many: unread }) : thread('bar')
  return {
    safe: html`<p class="safe"><b>${t('fraudTitle')}</b>${t('fraud')}${phrase}</p>`,
    reach: html`<nav class="help" aria-label="${t('help')}"><a href="${place}">${call}</a>${may.includes('MESSAGE') && html`<a href="/portal/messages">${write}</a>`}</nav>`,
  }
}
