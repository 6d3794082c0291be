/** What is being typed, kept for this tab only and until it is done: it may be personal, so never anywhere else. */
const prefix = 'parley.draft.'

export type Draft = Record<string, string>

export function draftOf(name: string): Draft | undefined {
  const kept = sessionStorage.getItem(prefix + name)
  return kept === null ? undefined : JSON.parse(kept)
}

export const keepDraft = (name: string, draft: Draft) => sessionStorage.setItem(prefix + name, JSON.stringify(draft))

/** Forgets a draft and those that belong to it (`name.part`); all of them where none is named. */
export function dropDrafts(name = '') {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix + name)) sessionStorage.removeItem(key)
}

/** The draft that was typed on what is `seen` now (kept as `name.seen`); those typed on anything else are forgotten. */
export function draftSeen(name: string, seen: string): Draft | undefined {
  const kept = draftOf(`${name}.${seen}`)
  dropDrafts(`${name}.`)
  if (kept !== undefined) keepDraft(`${name}.${seen}`, kept)
  return kept
}
