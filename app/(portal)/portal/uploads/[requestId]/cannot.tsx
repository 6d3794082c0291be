import { getTranslations } from 'next-intl/server'
import { Whose } from '../../../whose'
import { cannotProvideAction } from '../../actions'
import { FieldFault, faultOf } from '../../message'

type Props = { requestId: string; reason: string | undefined; error: string | undefined }

/** To say that a document is not there, with a reason or without. */
export async function Cannot({ requestId, reason, error }: Props) {
  const t = await getTranslations('portal')
  return (
    <section className="card" id="cannot">
      <h2>{t('upload.cannotTitle')}</h2>
      <form action={cannotProvideAction}>
        <Whose />
        <input type="hidden" name="requestId" value={requestId} />
        <label className="field">
          {t('upload.cannotReason')}
          <textarea name="reason" rows={2} maxLength={200} defaultValue={reason} {...faultOf('reason', error)} />
        </label>
        <FieldFault field="reason" error={error} />
        <button className="alt" type="submit">
          {t('upload.cannotSubmit')}
        </button>
      </form>
    </section>
  )
}
