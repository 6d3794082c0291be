type Person = { name: string; preferredName: string; phone: string | null; idNumber: string | null }

/**
 * Whether a phrase says who the client is, or an amount or a number: it stands in every mail, and a mail carries none of these
 * [domain 3.7]. Spaces, letter case and the width of a character hide nothing.
 */
export function tellsTooMuch(phrase: string, { name, preferredName, phone, idNumber }: Person): boolean {
  const words = bare(phrase)
  const theirs = [name, preferredName, phone ?? '', idNumber ?? ''].map(bare).filter((one) => one !== '')
  return /[¥元]|\p{Nd}{3}/u.test(words) || theirs.some((one) => words.includes(one))
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
