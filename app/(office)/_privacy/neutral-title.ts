/** What a tab says while the screen is covered: no case, no name. */
const neutral = '协商台 Parley'

type Page = Pick<Document, 'title' | 'head'>
type Watcher = new (on: () => void) => Pick<MutationObserver, 'observe' | 'disconnect'>

/** Keeps the tab's title neutral, also when the page sets another one. @returns how the page's own title comes back */
export function holdTitle(page: Page, Observer: Watcher = MutationObserver): () => void {
  let own = page.title
  const cover = () => {
    if (page.title === neutral) return
    own = page.title
    page.title = neutral
  }
  cover()
  const observer = new Observer(cover)
  observer.observe(page.head, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    page.title = own
  }
}
