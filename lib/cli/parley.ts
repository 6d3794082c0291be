import { Refusal } from '@/lib/core/refusal'
import { describeError } from '@/lib/core/report-bug'
import { endOnSignal, lifetime } from '@/lib/platform/launch/lifetime.mjs'
import { joinOffice } from '@/lib/platform/launch/office.mjs'
import { Stop } from '@/lib/platform/launch/stop.mjs'
import { valuesFor, WrongUsage } from './arguments'
import { entries } from './entries'
import { refusalText } from './faults'
import { listing, usageOf } from './help'
import { type Done, Failed, type Line } from './line'

/** The administrator's command line: finds the command meant, opens the office where it needs one, and says how it went. */
async function main(args: string[]): Promise<number> {
  const words = wordsOf(args)
  const name = [words.slice(0, 2), words.slice(0, 1)].map((start) => start.join(' ')).find((known) => known in entries)
  const entry = name === undefined ? undefined : entries[name]
  if (name === undefined || entry === undefined) return helpless(args, words)

  const { command } = await entry.load()
  const rest = args.slice(name.split(' ').length)
  if (rest.includes('--help')) return say(usageOf(name, command), 0)
  const isJson = rest.includes('--json')
  try {
    const values = valuesFor(
      command,
      rest.filter((word) => word !== '--json'),
    )
    const done = await perform(command, values)
    return say(isJson ? JSON.stringify(done.value, null, 2) : done.text, done.ok ? 0 : 1)
  } catch (error) {
    return explain(error, { name, isJson })
  }
}

/** What comes before the first option. */
function wordsOf(args: string[]): string[] {
  const first = args.findIndex((word) => word.startsWith('-'))
  return first < 0 ? args : args.slice(0, first)
}

function helpless(args: string[], words: string[]): number {
  if (args.includes('--help')) return say(listing(words), 0)
  const complaint = words.length === 0 ? '' : `There is no command “${words.join(' ')}”.\n\n`
  process.stderr.write(`${complaint}${listing(words)}\n`)
  return 2
}

async function perform(command: Line, values: Record<string, unknown>): Promise<Done> {
  if (!command.needsOffice) return command.run(values)
  const office = await joinOffice()
  lifetime.add(office.close)
  const { closePool } = await import('@/db/client')
  lifetime.add(closePool)
  return command.run(values)
}

const say = (text: string, code: number) => {
  process.stdout.write(`${text}\n`)
  return code
}

function explain(error: unknown, { name, isJson }: { name: string; isJson: boolean }): number {
  if (error instanceof WrongUsage) {
    process.stderr.write(`${error.message}\n\nnpm run parley -- ${name} --help tells how.\n`)
    return 2
  }
  const sentence = sentenceOf(error)
  if (isJson) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`)
  process.stderr.write(`${sentence}\n`)
  return 1
}

function sentenceOf(error: unknown): string {
  if (error instanceof Failed || error instanceof Stop) return error.message
  if (error instanceof Refusal) return refusalText(error)
  return `Something unexpected happened: ${JSON.stringify(describeError(error))}`
}

endOnSignal(1)
process.exitCode = await main(process.argv.slice(2))
await lifetime.end()
