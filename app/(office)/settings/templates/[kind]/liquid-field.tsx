import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFormField } from '@/app/_parts/form/form-context'
import type { LetterPart } from '@/lib/letters/compiled'
import type { Complaint, LiquidEditor } from './liquid-editor'

type Props = {
  part: LetterPart
  value: string
  rows: number
  complaints: readonly Complaint[]
  names: readonly { name: string; label: string }[]
  onChange: (text: string) => void
  /** Told which editor the cursor is in, so that a variable goes there. */
  onFocus: (insert: (text: string) => void) => void
}

/** One part of a template: a text field, and an editor in its place as soon as scripts run. The field is what is sent. */
export function LiquidField({ part, value, rows, complaints, names, onChange, onFocus }: Props) {
  const t = useTranslations('templates')
  const { id, label, error, typed } = useFormField(part)
  const box = useRef<HTMLDivElement>(null)
  const editor = useEditor(box, { id, value, names, onChange, onFocus })
  useEffect(() => editor?.complain(complaints), [editor, complaints])
  const isLive = editor !== undefined
  return (
    <div className="grid gap-1">
      <label id={`${id}-label`} htmlFor={id} className="text-body text-ink-2">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-meta text-muted">
        {t(`hint.${part}`)}
      </p>
      <textarea
        id={id}
        name={part === 'salutation' || part === 'signature' ? `${part}:blank` : part}
        rows={rows}
        hidden={isLive}
        value={isLive ? value : (typed ?? value)}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-hint`}
        className="w-full rounded-[6px] border border-control bg-surface px-2.5 py-1 text-body text-ink"
      />
      <div ref={box} />
      {error !== undefined && <p className="text-dense font-medium text-bad">{error}</p>}
    </div>
  )
}

type Wiring = Pick<Props, 'value' | 'names' | 'onChange' | 'onFocus'> & { id: string }

function useEditor(box: { current: HTMLDivElement | null }, { id, value, names, onChange, onFocus }: Wiring) {
  const [editor, setEditor] = useState<LiquidEditor>()
  const open = useEffectEvent((module: typeof import('./liquid-editor'), parent: HTMLElement) => {
    const made: LiquidEditor = module.openEditor({
      ...{ parent, text: value, labelledBy: `${id}-label`, describedBy: `${id}-hint`, names },
      onChange: (text) => changed(text),
      onFocus: () => focused(made),
    })
    return made
  })
  const changed = useEffectEvent(onChange)
  const focused = useEffectEvent((made: LiquidEditor) => onFocus(made.insert))
  useEffect(() => {
    let made: LiquidEditor | undefined
    let isGone = false
    void import('./liquid-editor').then((module) => {
      if (isGone || box.current === null) return
      made = open(module, box.current)
      setEditor(made)
    })
    return () => {
      isGone = true
      made?.destroy()
    }
  }, [box])
  return editor
}
