import { reliefTypes, treatments } from '@/db/vocabulary'
import type { LineDraft } from '../draft-state'

/** The terms as they stood in the form about this loan note, complete or not; undefined where the text is none of ours. */
export function keptLine(text: string | undefined, debtId: string): LineDraft | undefined {
  const read = parsed(text)
  const treatment = treatments.find((one) => one === read['treatment'])
  if (read['debtId'] !== debtId || treatment === undefined || !Array.isArray(read['on'])) return undefined
  const [on, params]: [unknown[], Fields] = [read['on'], fieldsIn(read['params'])]
  return {
    on: reliefTypes.filter((type) => on.includes(type)),
    params: Object.fromEntries(reliefTypes.flatMap((type) => (type in params ? [[type, textsIn(params[type])]] : []))),
    treatment,
  }
}

type Fields = Record<string, unknown>

function parsed(text = ''): Fields {
  try {
    return fieldsIn(JSON.parse(text))
  } catch {
    return {}
  }
}

const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fieldsIn(value)).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])))
