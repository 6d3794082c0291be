/** A file that was refused, and the word for why. */
export type NotTaken = { name: string; word: string }

/** What there is room for beside what else is kept of a form; how many there are is told in any case. */
const most = { files: 15, characters: 40 }

/** One line a file, as it is kept until the next page. */
export const linesOf = (files: readonly NotTaken[]): string =>
  files
    .slice(0, most.files)
    .map(({ name, word }) => `${word} ${shortened(name)}`)
    .join('\n')

/** The files that such lines tell of. */
export const filesIn = (lines: string): NotTaken[] =>
  lines.split('\n').flatMap((line) => {
    const [, word, name] = /^(\w+) (.*)$/.exec(line) ?? []
    return word === undefined || name === undefined ? [] : [{ name, word }]
  })

function shortened(name: string): string {
  const [characters, end] = [[...name.replace(/\p{Cc}/gu, ' ')], name.slice(name.lastIndexOf('.')).slice(0, 6)]
  if (characters.length <= most.characters) return characters.join('')
  return `${characters.slice(0, most.characters - end.length - 1).join('')}…${end}`
}
