import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_ui/button'
import type { LetterKind, Locale } from '@/db/vocabulary'
import type { previewLetter } from '@/lib/letters/letters.queries'

type Paper = Awaited<ReturnType<typeof previewLetter>>['papers'][number]
type Props = { papers: readonly Paper[]; chosen: readonly string[] | undefined; kind: LetterKind; locale: Locale }

/** The papers this letter may enclose, to choose among, and why each of the others on file does not go. */
export async function Papers({ papers, chosen, kind, locale }: Props) {
  const t = await getTranslations('caseLetters')
  if (papers.length === 0) return null
  const [offered, left] = [papers.filter(({ why }) => why === null), papers.filter(({ why }) => why !== null)]
  return (
    <fieldset className="grid gap-2 rounded-m border border-line px-3 py-2.5">
      <legend className="px-1 font-medium">{t('papers')}</legend>
      {offered.length === 0 ? (
        <p className="text-muted">{t('noPapers')}</p>
      ) : (
        <form className="flex flex-wrap items-center gap-x-4 gap-y-1" aria-label={t('papers')}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="papers" value="chosen" />
          {offered.map((paper) => (
            <Offered key={paper.code} paper={paper} isTicked={chosen?.includes(paper.code) ?? true} />
          ))}
          <Button type="submit">{t('renew')}</Button>
        </form>
      )}
      {left.length > 0 && (
        <details>
          <summary className="cursor-pointer text-dense text-muted">{t('papersLeft', { count: left.length })}</summary>
          <ul className="mt-1 grid gap-1 text-dense">
            {left.map((paper) => (
              <Left key={paper.code} paper={paper} />
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  )
}

async function Offered({ paper, isTicked }: { paper: Paper; isTicked: boolean }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        name="paper"
        value={paper.code}
        defaultChecked={isTicked}
        className="size-4 accent-[var(--primary)]"
      />
      {await nameOf(paper)}
    </label>
  )
}

async function Left({ paper }: { paper: Paper }) {
  const t = await getTranslations('caseLetters')
  return (
    <li className="flex flex-wrap gap-x-2">
      <span>{await nameOf(paper)}</span>
      {paper.why !== null && <span className="text-muted">{t(`barrier.${paper.why}`)}</span>}
    </li>
  )
}

/** Kinds of paper are told in the language of the page, not of the letter. */
const nameOf = async ({ zh, en }: Paper) => ((await getLocale()) === 'en' ? en : zh)
