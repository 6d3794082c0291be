import { type ComponentProps, type ReactNode, useId } from 'react'

export type Labelled = { label: ReactNode; hint?: ReactNode; error?: string | undefined; optional?: string }

const control =
  'w-full rounded-[6px] border border-control bg-surface px-2.5 py-1 text-body text-ink min-h-8.5 aria-invalid:border-bad aria-invalid:border-2 disabled:bg-sunken'

/** A label above, a hint, an error that says how to fix it, and the control they describe. */
function Frame({ id, label, hint, error, optional, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-body text-ink-2">
        {label}
        {optional !== undefined && <span className="text-meta text-muted"> ({optional})</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-dense font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

const describedBy = (id: string, { hint, error }: Labelled) =>
  [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined

/** The field's id is its name, so that an error summary can link to it. */
const useFieldId = (name: string | undefined) => {
  const made = useId()
  return name ?? made
}

export function TextField({ label, hint, error, optional, className = '', ...rest }: Labelled & ComponentProps<'input'>) {
  const id = useFieldId(rest.id ?? rest.name)
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        id={id}
        className={`${control} ${className}`}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
    </Frame>
  )
}

/** An amount in CNY as text: right-aligned digits, decimal keypad on phones. */
export const MoneyField = (props: Labelled & ComponentProps<'input'>) => (
  <TextField inputMode="decimal" autoComplete="off" {...props} className={`text-right ${props.className ?? ''}`} />
)

export function TextArea({ label, hint, error, optional, className = '', ...rest }: Labelled & ComponentProps<'textarea'>) {
  const id = useFieldId(rest.id ?? rest.name)
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        className={`${control} ${className}`}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
    </Frame>
  )
}

type Option = { value: string; label: string }

export function SelectField({
  label,
  hint,
  error,
  optional,
  options,
  className = '',
  ...rest
}: Labelled & { options: Option[] } & ComponentProps<'select'>) {
  const id = useFieldId(rest.id ?? rest.name)
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...rest}
        id={id}
        className={`${control} ${className}`}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

export function Checkbox({ label, error, ...rest }: { label: ReactNode; error?: string | undefined } & ComponentProps<'input'>) {
  const id = useFieldId(rest.id ?? rest.name)
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex min-h-6 items-start gap-2 text-body">
        <input
          {...rest}
          id={id}
          type="checkbox"
          className="mt-1 size-4 accent-[var(--primary)]"
          aria-invalid={error !== undefined || undefined}
        />
        <span>{label}</span>
      </label>
      {error !== undefined && <p className="text-dense font-medium text-bad">{error}</p>}
    </div>
  )
}
