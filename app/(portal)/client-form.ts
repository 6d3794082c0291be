import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { Refusal } from '@/lib/core/refusal'
import { refusalWord } from '@/lib/portal/refusal-word'
import { clientHere } from './client-here'
import { keepTyped } from './typed'

type Values = Record<string, string>
type Places = {
  /** Where thanks are said. */
  done: (values: Values) => string
  /** Where the form stands, to say what to mend. */
  form: (values: Values) => string
  /** What was written is worth keeping without the file that is not taken. */
  isWorthAlone?: boolean
}

/** Turns a command into the action of a plain HTML form, which works without JavaScript and answers by redirecting. */
export const clientForm =
  <Input extends z.ZodType>(command: Command<CommandName, Input, unknown>, { done, form, isWorthAlone = false }: Places) =>
  async (data: FormData) => {
    const values = await valuesOf(data)
    const actor = await clientHere()
    const send = (some: Values) => execute(command, actor, some).then(() => undefined, refusalIn)
    const refusal = await send(values)
    if (refusal === undefined) redirect(done(values))
    const word = refusalWord(refusal)
    if (isWorthAlone && isOfFile(refusal) && (await send(withoutFile(values))) === undefined)
      redirect(`${done(values)}&error=${word}`)
    await keepTyped(form(values), values)
    redirect(`${form(values)}?error=${word}`)
  }

function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

const isOfFile = ({ details }: Refusal) => details['problem'] !== undefined

const withoutFile = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'fileName' && name !== 'content'))

/** The fields of a form as text, without those that the framework adds; a file becomes its name and its content in base64. */
async function valuesOf(data: FormData): Promise<Values> {
  const values: Values = {}
  for (const [name, value] of data) {
    if (name.startsWith('$ACTION')) continue
    if (typeof value === 'string') values[name] = value
    else Object.assign(values, { fileName: value.name, content: Buffer.from(await value.arrayBuffer()).toString('base64') })
  }
  return values
}
