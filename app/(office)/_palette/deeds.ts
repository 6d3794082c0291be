import type { Deed } from './entries'

/** What the buttons at the foot of the navigation do, done from the palette: the same forms, sent by hand. */
const posts: Partial<Record<Deed, (page: Here) => { action: string; fields: Record<string, string> }>> = {
  light: ({ back }) => ({ action: '/preferences/theme', fields: { theme: 'light', back } }),
  dark: ({ back }) => ({ action: '/preferences/theme', fields: { theme: 'dark', back } }),
  system: ({ back }) => ({ action: '/preferences/theme', fields: { theme: 'system', back } }),
  language: ({ back, locale }) => ({
    ...{ action: '/preferences/locale', fields: { locale: locale === 'en' ? 'zh-CN' : 'en', back } },
  }),
  signOut: () => ({ action: '/sign-out', fields: {} }),
}

type Here = { back: string; locale: string }

/** Where a deed is sent, and with what; nothing for those that happen on the page. */
export const postOf = (deed: Deed, here: Here) => posts[deed]?.(here)

export function doDeed(deed: Deed) {
  const post = postOf(deed, { back: location.pathname + location.search, locale: document.documentElement.lang })
  if (post === undefined) return
  const form = Object.assign(document.createElement('form'), { method: 'post', action: post.action, hidden: true })
  for (const [name, value] of Object.entries(post.fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
  document.body.append(form)
  form.submit()
}
