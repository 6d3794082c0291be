import { optionsOf } from './arguments'
import { entries } from './entries'
import { columns, type Line } from './line'

/** Every command that begins with these words, or every command where none does, one a line. */
export function listing(words: readonly string[]): string {
  const all = Object.entries(entries).map(([name, { summary }]) => [`  ${name}`, summary] as const)
  const fitting = all.filter(([name]) => name.startsWith(`  ${words.join(' ')}`))
  const rows = fitting.length > 0 ? fitting : all
  return `Usage: npm run parley -- COMMAND [options]\n\n${columns(rows)}\n\nCOMMAND --help tells its options; --json gives the answer for machines.`
}

/** How one command is called. */
export function usageOf(name: string, line: Line): string {
  const options = optionsOf(line).filter((option) => option.name !== line.positional)
  const rows = [
    ...options.map(({ flag, isSwitch, help, isRequired, usual }) => [
      `  ${flag}${isSwitch ? '' : ' …'}`,
      `${help}${isRequired ? ' (required)' : ''}${usual === undefined ? '' : ` (${usual})`}`,
    ]),
    ['  --json', 'give the answer for machines'],
  ]
  const file = line.positional === undefined ? '' : ` ${line.positional.toUpperCase()}`
  return `${entries[name]?.summary}\n\nUsage: npm run parley -- ${name}${file} [options]\n\n${columns(rows)}`
}
