'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { carry, rest } from './carry'
import { type Row, sendAll } from './send-files'
import { shrunk } from './shrink'

type Words = Record<Row['state'] | 'choose' | 'submit' | 'count', string>
/** What is wrong with the choice, as the input says it and as it stands beside it. */
type Fault = { wrong: { 'aria-invalid'?: boolean; 'aria-describedby'?: string }; fault: ReactNode }
type Props = { requestId: string; words: Words; refusals: Readonly<Record<string, string>>; children: ReactNode } & Fault

const taken = new WeakSet<File>()

/** Photos or files of one document. Without a script they go in one form; with one, each by itself with how far it is. */
export function UploadForm({ requestId, words, refusals, wrong, fault, children }: Props) {
  const [rows, setRows] = useState<readonly Row[]>([])
  const isBusy = rows.some(({ state }) => state === 'waiting' || state === 'sending' || state === 'resting')
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const files = chosenIn(event.currentTarget)
    const left = await sendFrom(event.currentTarget, files, setRows)
    for (const file of files.filter((one) => !left.includes(one))) taken.add(file)
    if (left.length === 0) location.assign('/portal?done=uploaded#done')
  }
  return (
    <form
      action={`/portal/uploads/${requestId}/files`}
      method="post"
      encType="multipart/form-data"
      className="card"
      onSubmit={send}
    >
      <label className="field">
        {words.choose}
        <input type="file" name="file" required multiple accept="image/*,application/pdf" {...wrong} />
      </label>
      {fault}
      {children}
      <Sending rows={rows} words={words} refusals={refusals} />
      <button className="big" type="submit" aria-disabled={isBusy}>
        {words.submit}
      </button>
    </form>
  )
}

/** What was chosen and is not taken yet. */
const chosenIn = (form: HTMLFormElement) =>
  [...(form.querySelector<HTMLInputElement>('[type=file]')?.files ?? [])].filter((file) => !taken.has(file))

const sendFrom = (form: HTMLFormElement, files: readonly File[], tell: (rows: readonly Row[]) => void) =>
  sendAll(files, {
    send: async (file, onPercent) => carry(form, { chosen: file, sent: await shrunk(file) }, onPercent),
    ...{ rest, tell },
  })

type SendingProps = Pick<Props, 'words' | 'refusals'> & { rows: readonly Row[] }

/** How far each is, to be seen; to be heard only how many are through. */
function Sending({ rows, words, refusals }: SendingProps) {
  const many = rows.filter(({ state }) => state === 'taken').length
  return (
    <>
      <ul className="sending">
        {rows.map(({ at, name, state, percent, word }) => (
          <li key={at}>
            <span className="words">{name}</span>
            <span className="note">{state === 'sending' ? `${words.sending} ${percent}%` : words[state]}</span>
            {state === 'sending' && <progress max={100} value={percent} aria-label={name} />}
            {state === 'refused' && <span className="fault">{refusals[word] ?? refusals['other']}</span>}
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {rows.length > 0 && words.count.replace('{n}', String(many)).replace('{many}', String(rows.length))}
      </p>
    </>
  )
}
