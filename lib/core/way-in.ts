import { ownPath } from './session-preferences'

/** Doors, and what is no page: nobody wants to come back to these. */
const noPage = /^\/(api|calendar|enter|invitations|leave|preferences|setup|sign-in|sign-out)(?![^/?])/
/** Files and the targets of forms stand below the page they are on. */
const belowPage = /\/(export|files|paper|pay|receipt|send|template)([/?].*)?$/

/** The page of ours that somebody comes back to after signing in; `/`, one's own first page, for anything else. */
export function pageBack(text: unknown): string {
  const path = ownPath(text).replace(belowPage, '')
  return path === '' || noPage.test(path) ? '/' : path
}

/** The address of a door that leads back to this page. */
export function wayIn(door: '/sign-in' | '/enter', page: unknown): string {
  const back = pageBack(page)
  return back === '/' ? door : `${door}?back=${encodeURIComponent(back)}`
}
