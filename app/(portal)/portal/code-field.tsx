import { getTranslations } from 'next-intl/server'
import { FieldFault, faultOf } from './message'

/** The code for signing, which the counsellor tells by telephone. It is typed anew after a fault. */
export async function CodeField({ error }: { error: string | undefined }) {
  const t = await getTranslations('consents')
  const { 'aria-describedby': fault, ...state } = { 'aria-describedby': undefined, ...faultOf('code', error) }
  return (
    <>
      <label className="field">
        {t('authority.code')}
        <input
          type="text"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          aria-describedby={fault === undefined ? 'code-hint' : `${fault} code-hint`}
          {...state}
        />
      </label>
      <FieldFault field="code" error={error} />
      <p className="note" id="code-hint">
        {t('authority.codeHint')}
      </p>
    </>
  )
}
