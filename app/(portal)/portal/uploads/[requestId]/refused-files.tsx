import { getTranslations } from 'next-intl/server'
import { errorWordOf } from '../../message'
import { filesIn } from './not-taken'

type Props = { typed: { sent?: string; taken?: string; notTaken?: string } }

/** Of several files sent at once without a script: which were not taken, and that the others are here. */
export async function RefusedFiles({ typed: { sent, taken, notTaken } }: Props) {
  const t = await getTranslations('portal')
  // Names repeat, for some phones call every photo the same.
  const files = filesIn(notTaken ?? '').map((file, at) => ({ ...file, at }))
  if (files.length === 0) return null
  const isOneReason = new Set(files.map(({ word }) => word)).size === 1
  return (
    <section className="card">
      <p>{t('upload.ofSeveral', { sent: Number(sent), taken: Number(taken) })}</p>
      <ul>
        {files.map(({ at, name, word }) => (
          <li key={at}>
            <b className="words">{name}</b> {!isOneReason && t(`error.${errorWordOf(word)}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
