'use client'
import { useFormField } from './form-context'
import { tickedIn } from './form-values'

type Props = {
  name: string
  options: readonly { value: string; label: string }[]
  hint?: string
  label?: string
  given?: readonly string[]
}

/** Several of a list, as tick boxes under one heading. Sent as `name:list`. */
export function FormTicks({ name, options, hint, label, given = [] }: Props) {
  const field = useFormField(`${name}:list`)
  const ticked = tickedIn(field.typed) ?? given
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      className="grid gap-1"
      aria-describedby={field.error === undefined ? undefined : `${field.id}-error`}
    >
      <legend className="text-body text-ink-2">{label ?? field.label}</legend>
      {hint !== undefined && <p className="text-meta text-muted">{hint}</p>}
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <label key={`${option.value} ${ticked.includes(option.value)}`} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name={`${name}:list`}
              value={option.value}
              defaultChecked={ticked.includes(option.value)}
              className="size-4 accent-[var(--primary)]"
            />
            {option.label}
          </label>
        ))}
      </div>
      {field.error !== undefined && (
        <p id={`${field.id}-error`} className="text-dense font-medium text-bad">
          {field.error}
        </p>
      )}
    </fieldset>
  )
}
