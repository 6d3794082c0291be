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
}

/** Turns a command into the action of a plain HTML form, which works without JavaScript and answers by redirecting. */
export const clientForm =
  <Input extends z.ZodType>(command: Command<CommandName, Input, unknown>, { done, form }: Places) =>
  async (data: FormData) => {
    const values = await valuesOf(data)
    const actor = await clientHere()
    let to = done(values)
    try {
      await execute(command, actor, values)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await keepTyped(form(values), values)
      to = `${form(values)}?error=${refusalWord(error)}`
    }
    redirect(to)
  }

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
