import { FieldFault, faultOf } from './portal/message'

type Props = { label: string; hint: string; error?: string | undefined }

/** Six digits that somebody is told by telephone. They are typed anew after a fault, which is read out with the hint. */
export const CodeField = ({ label, hint, error }: Props) => (
  <>
    <label className="field">
      {label}
      <input
        type="text"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
        {...faultOf('code', error)}
        aria-describedby="code-hint"
      />
    </label>
    <div id="code-hint">
      <FieldFault field="code" error={error} />
      <p className="note">{hint}</p>
    </div>
  </>
)
