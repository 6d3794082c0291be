/** Where a key means something: on every page of the office, on the board, mostly for the card in focus, or on a case's pages. */
export const places = ['everywhere', 'board', 'case'] as const
export type Place = (typeof places)[number]

/** `keys`: chords as `chordOf` writes them, or two pressed one after the other (`g b`). `says`: its line on the sheet. */
type Shortcut = { keys: readonly string[]; place: Place; says: string }

/** Every shortcut there is. The listeners, the sheet of keys and the hints in the palette all read this one list. */
export const shortcuts = {
  palette: { keys: ['mod+k'], place: 'everywhere', says: 'palette' },
  search: { keys: ['/'], place: 'everywhere', says: 'search' },
  today: { keys: ['g t'], place: 'everywhere', says: 'today' },
  inbox: { keys: ['g i'], place: 'everywhere', says: 'inbox' },
  board: { keys: ['g b'], place: 'everywhere', says: 'board' },
  cases: { keys: ['g c'], place: 'everywhere', says: 'cases' },
  clients: { keys: ['g k'], place: 'everywhere', says: 'clients' },
  analytics: { keys: ['g a'], place: 'everywhere', says: 'analytics' },
  newCase: { keys: ['c'], place: 'everywhere', says: 'newCase' },
  privacy: { keys: ['shift+p'], place: 'everywhere', says: 'privacy' },
  help: { keys: ['?'], place: 'everywhere', says: 'help' },
  submit: { keys: ['mod+Enter'], place: 'everywhere', says: 'submit' },
  left: { keys: ['ArrowLeft', 'h'], place: 'board', says: 'arrows' },
  down: { keys: ['j'], place: 'board', says: 'arrows' },
  up: { keys: ['k'], place: 'board', says: 'arrows' },
  right: { keys: ['ArrowRight', 'l'], place: 'board', says: 'arrows' },
  open: { keys: ['Enter'], place: 'board', says: 'open' },
  peek: { keys: ['p'], place: 'board', says: 'peek' },
  lift: { keys: [' '], place: 'board', says: 'lift' },
  move: { keys: ['m'], place: 'board', says: 'move' },
  whose: { keys: ['w'], place: 'board', says: 'whose' },
  next: { keys: ['d'], place: 'board', says: 'next' },
  assign: { keys: ['a'], place: 'board', says: 'assign' },
  mine: { keys: ['i'], place: 'board', says: 'mine' },
  contact: { keys: ['n'], place: 'board', says: 'contact' },
  evidence: { keys: ['e'], place: 'board', says: 'evidence' },
  select: { keys: ['x'], place: 'board', says: 'select' },
  stretchUp: { keys: ['shift+ArrowUp'], place: 'board', says: 'stretch' },
  stretchDown: { keys: ['shift+ArrowDown'], place: 'board', says: 'stretch' },
  selectAll: { keys: ['mod+a'], place: 'board', says: 'selectAll' },
  clear: { keys: ['Escape'], place: 'board', says: 'clear' },
  menu: { keys: ['.'], place: 'board', says: 'menu' },
  undo: { keys: ['mod+z'], place: 'board', says: 'undo' },
  previousCase: { keys: ['['], place: 'case', says: 'previousCase' },
  nextCase: { keys: [']'], place: 'case', says: 'nextCase' },
  logHere: { keys: ['n'], place: 'case', says: 'contact' },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts
export type Saying = (typeof shortcuts)[ShortcutId]['says']

/** What `KeyboardEvent` says of the keys held down. */
export type Press = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** A press in words: `mod+k` for Ctrl or ⌘ with K, `shift+p`, `?`, `ArrowUp`; nothing where Alt is held, which writes characters. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string | undefined {
  if (altKey) return undefined
  const isLetter = /^[a-z]$/i.test(key)
  const mod = ctrlKey || metaKey ? 'mod+' : ''
  const shift = shiftKey && (isLetter || key.length > 1) ? 'shift+' : ''
  return mod + shift + (isLetter ? key.toLowerCase() : key)
}

/** Keys that write a character by themselves: they can be switched off (WCAG 2.1.4). */
export const isSingle = (keys: string) =>
  !keys.startsWith('mod+') && (keys.includes(' ') || keys.replace('shift+', '').length === 1)

/** The first half of a sequence. */
export const isLead = (chord: string) => everyKey.some(({ keys }) => keys.startsWith(`${chord} `))

/** What a chord means in a place; with `lead`, after that key. Nothing for single keys that are switched off. */
export function shortcutOf(
  chord: string,
  { place, singleKeys, lead = '' }: { place: Place; singleKeys: boolean; lead?: string },
) {
  const pressed = lead === '' ? chord : `${lead} ${chord}`
  const found = everyKey.find((one) => one.keys === pressed && one.place === place)
  return found === undefined || (isSingle(found.keys) && !singleKeys) ? undefined : found.id
}

const isId = (name: string): name is ShortcutId => Object.hasOwn(shortcuts, name)
const ids = Object.keys(shortcuts).filter(isId)
const everyKey = ids.flatMap((id) => shortcuts[id].keys.map((keys) => ({ id, keys, place: shortcuts[id].place })))

/** The lines of the sheet of keys for one place: what each says, and every key that does it. */
export function linesFor(place: Place): { says: Saying; keys: string[] }[] {
  const here = ids.filter((id) => shortcuts[id].place === place)
  const sayings = [...new Set(here.map((id) => shortcuts[id].says))]
  return sayings.map((says) => ({
    says,
    keys: here.filter((id) => shortcuts[id].says === says).flatMap((id) => shortcuts[id].keys),
  }))
}

const drawn: Record<string, string> = {
  ...{ ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' },
  ...{ ' ': 'Space', Escape: 'Esc', mod: 'Ctrl', shift: 'Shift' },
}
const onMac: Record<string, string> = { mod: '⌘', shift: '⇧' }

/** A key as it is printed on the keyboard: `Ctrl K`, `⌘ K`, `⇧ P`, `G B`. */
export const printed = (keys: string, isMac: boolean): string =>
  (keys === ' ' ? [keys] : keys.split(/[+ ]/)).map((part) => printedOne(part, isMac)).join(' ')

const printedOne = (part: string, isMac: boolean) =>
  (isMac ? onMac[part] : undefined) ?? drawn[part] ?? (part.length === 1 ? part.toUpperCase() : part)
