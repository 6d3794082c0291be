import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { type CommandName, mayAsk, mayDo, type QueryName } from '@/lib/core/permissions'
import { messages } from '@/lib/i18n/catalogue'
import { searchText } from '@/lib/platform/pinyin'
import type { ShortcutId } from '../_keys/shortcuts'
import type { Deed, KnownEntry } from './entries'

/** Every page that can be gone to, and who may: the navigation's own first. */
const places = [
  { key: 'today', href: '/today', query: 'today', shortcut: 'today' },
  { key: 'inbox', href: '/inbox', query: 'inbox.list', shortcut: 'inbox' },
  { key: 'board', href: '/board', query: 'board.window', shortcut: 'board' },
  { key: 'cases', href: '/cases', query: 'case.list', shortcut: 'cases' },
  { key: 'clients', href: '/clients', query: 'client.list', shortcut: 'clients' },
  { key: 'creditors', href: '/creditors', query: 'creditor.list' },
  { key: 'analytics', href: '/analytics', query: 'analytics.get', shortcut: 'analytics' },
  { key: 'reports', href: '/reports', query: 'report.get' },
  { key: 'settings', href: '/settings', query: 'member.list' },
  { key: 'mine', href: '/board?owner=me', query: 'board.window' },
  { key: 'ours', href: '/board?whose=us', query: 'board.window' },
  { key: 'late', href: '/board?due=overdue', query: 'board.window' },
  { key: 'review', href: '/board?evidence=review', query: 'board.window' },
  { key: 'schedules', href: '/reports/schedules', query: 'reportSchedule.list' },
  { key: 'prepared', href: '/reports/prepared', query: 'job.list' },
  { key: 'letters', href: '/letters', query: 'letterBatch.candidates' },
  { key: 'referrals', href: '/creditors/referrals', query: 'referralBody.list' },
  { key: 'templates', href: '/settings/templates', query: 'template.list' },
  { key: 'roles', href: '/settings/roles', query: 'member.list' },
  { key: 'evidence', href: '/settings/evidence', query: 'evidenceType.list' },
  { key: 'office', href: '/settings/office', query: 'organisation.get' },
  { key: 'audit', href: '/settings/audit', query: 'audit.list' },
  { key: 'access', href: '/settings/access', query: 'access.list' },
  { key: 'mails', href: '/settings/mails', query: 'mail.undelivered' },
  { key: 'protection', href: '/settings/protection', query: 'protection.list' },
  { key: 'spreadsheet', href: '/analytics/spreadsheet', query: 'analytics.get' },
  // Words are nobody's: who works here may read them.
  { key: 'glossary', href: '/glossary', query: undefined },
] as const satisfies readonly { key: string; href: string; query: QueryName | undefined; shortcut?: ShortcutId }[]

const doings = [
  { key: 'newCase', href: '/cases/new', command: 'case.open', shortcut: 'newCase' },
  { key: 'newClient', href: '/clients/new', command: 'client.create' },
  { key: 'importTable', href: '/clients/import', command: 'import.start' },
  { key: 'importPast', href: '/analytics/history', command: 'history.start' },
  { key: 'privacy', deed: 'privacy', shortcut: 'privacy' },
  { key: 'help', deed: 'help', shortcut: 'help' },
  { key: 'light', deed: 'light' },
  { key: 'dark', deed: 'dark' },
  { key: 'system', deed: 'system' },
  { key: 'language', deed: 'language' },
  { key: 'signOut', deed: 'signOut' },
] as const satisfies readonly ({ key: string } & Doing)[]

type Offer = { entry: KnownEntry; isFor: (actor: Actor) => boolean }

/** What the palette offers one person without asking the server again: where they may go, and what they may do. */
export function knownEntries(actor: Actor, locale: Locale) {
  const offered = (offers: readonly Offer[]) => offers.filter(({ isFor }) => isFor(actor)).map(({ entry }) => entry)
  return { places: offered(offers[locale].places), deeds: offered(offers[locale].deeds) }
}

type PlaceKey = (typeof places)[number]['key']

function titleOf(locale: Locale, key: PlaceKey) {
  const { shell, palette, glossary } = messages[locale]
  const titles: Record<PlaceKey, string> = {
    ...palette.place,
    ...{
      today: shell.today,
      inbox: shell.inbox,
      board: shell.board,
      cases: shell.cases,
      clients: shell.clients,
      creditors: shell.creditors,
    },
    ...{ analytics: shell.analytics, reports: shell.reports, settings: shell.settings, glossary: glossary.title },
  }
  return titles[key]
}

/** Found by both languages' words, whichever is spoken: somebody types `board` on a Chinese screen. */
function offersIn(locale: Locale): { places: Offer[]; deeds: Offer[] } {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return {
    places: places.map(({ key, query, ...entry }) => {
      const text = titleOf(locale, key)
      const words = searchText(text, [titleOf(other, key)])
      return { entry: { id: key, text, words, ...entry }, isFor: (actor) => query === undefined || mayAsk(actor, query) }
    }),
    deeds: doings.map(({ key, ...doing }) => {
      const text = messages[locale].palette.deed[key]
      const words = searchText(text, [messages[other].palette.deed[key]])
      return { entry: { id: key, text, words, ...withoutCommand(doing) }, isFor: (actor) => isAllowed(actor, doing) }
    }),
  }
}

type Doing = { shortcut?: ShortcutId } & ({ href: string; command: CommandName } | { deed: Deed })

const withoutCommand = ({ shortcut, ...doing }: Doing) => ({
  ...(shortcut && { shortcut }),
  ...('href' in doing ? { href: doing.href } : { deed: doing.deed }),
})
const isAllowed = (actor: Actor, doing: Doing) => !('command' in doing) || mayDo(actor, doing.command)

const offers: Record<Locale, ReturnType<typeof offersIn>> = { 'zh-CN': offersIn('zh-CN'), en: offersIn('en') }
