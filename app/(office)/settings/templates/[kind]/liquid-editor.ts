import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** A stretch of the text that something is wrong with, and the sentence that says so. */
export type Complaint = { from: number; to: number; message: string }

export type LiquidEditor = {
  insert(text: string): void
  complain(complaints: readonly Complaint[]): void
  destroy(): void
}

type Options = {
  parent: HTMLElement
  text: string
  labelledBy: string
  describedBy: string
  /** What a tag may name, with the words people know it by. */
  names: readonly { name: string; label: string }[]
  onChange(text: string): void
  onFocus(): void
}

/** Puts an editor for one part of a template in the place of its text field. Loaded on the page of templates only. */
export function openEditor({ parent, text, labelledBy, describedBy, names, onChange, onFocus }: Options): LiquidEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonceOfPage()),
        history(),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, spellcheck: 'false' }),
        autocompletion({ override: [namesInTags(names)], icons: false }),
        tags,
        look,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString())
          if (update.focusChanged && update.view.hasFocus) onFocus()
        }),
      ],
    }),
  })
  return {
    insert(added) {
      view.dispatch(view.state.replaceSelection(added))
      view.focus()
    },
    complain(complaints) {
      const { length } = view.state.doc
      const inside = complaints.filter(({ to }) => to <= length)
      view.dispatch(
        setDiagnostics(
          view.state,
          inside.map((complaint) => ({ ...complaint, severity: 'error' })),
        ),
      )
    },
    destroy: () => view.destroy(),
  }
}

/** Style tags of a page need the nonce of its answer; the document carries it for the widgets. */
const nonceOfPage = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Offers the closed list inside a tag, and nothing anywhere else. */
const namesInTags = (names: Options['names']) => (context: CompletionContext) => {
  const tag = context.matchBefore(/\{[{%][^{}%]*/)
  const word = context.matchBefore(/\w*/)
  if (tag === null || word === null || (word.from === word.to && !context.explicit)) return null
  return { from: word.from, options: names.map(({ name, label }) => ({ label: name, detail: label })), validFor: /^\w*$/ }
}

const decorator = new MatchDecorator({
  regexp: /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g,
  decoration: ([tag]) => Decoration.mark({ class: tag.startsWith('{%') ? 'cm-condition' : 'cm-value' }),
})

class Tags {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = decorator.createDeco(view)
  }

  update(update: ViewUpdate) {
    this.decorations = decorator.updateDeco(update, this.decorations)
  }
}

const tags = ViewPlugin.fromClass(Tags, { decorations: ({ decorations }) => decorations })

const chip = { borderRadius: '3px', padding: '1px 0' }
const look = EditorView.theme({
  '&': { border: '1px solid var(--control)', borderRadius: '6px', backgroundColor: 'var(--surface)', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '24px' },
  '.cm-content': { padding: '5px 6px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 4px' },
  '.cm-value': { ...chip, color: 'var(--primary)', backgroundColor: 'var(--primary-tint)' },
  '.cm-condition': { ...chip, color: 'var(--talk)', backgroundColor: 'var(--talk-bg)' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--primary)', color: 'var(--on-primary)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '4px' },
})
