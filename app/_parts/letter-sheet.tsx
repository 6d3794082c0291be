import type { Locale } from '@/db/vocabulary'
import type { LiveText } from '@/lib/letters/live-text'
import { paperWords } from '@/lib/letters/paper-words'
import type { Segment } from '@/lib/platform/liquid'

type Sheet = Pick<LiveText, 'title'> &
  Readonly<Record<'paragraphs' | 'signature', readonly (readonly Segment[])[]>> & { readonly salutation: readonly Segment[] }
type Props = { text: Sheet; language: Locale; attachments: readonly string[]; isLetter?: boolean }

/** A text on its sheet. What came from a recorded fact is tinted on the screen, and only there. */
export function LetterSheet({ text, language, attachments, isLetter = false }: Props) {
  return (
    <article
      lang={language}
      className="min-h-96 bg-[#ffffff] px-8 py-9 text-dense leading-6 text-[#111111] shadow-2 print:p-0 print:shadow-none"
    >
      <h3 className="mb-3 text-center text-page font-medium">{text.title}</h3>
      <p>
        <Segments segments={text.salutation} />
      </p>
      {placed(text.paragraphs).map(({ place, item }) => (
        <p key={place} className={isLetter ? 'indent-[2em] text-justify' : 'mb-2'}>
          <Segments segments={item} />
        </p>
      ))}
      <div className="mt-6 text-right">
        {placed(text.signature).map(({ place, item }) => (
          <p key={place}>
            <Segments segments={item} />
          </p>
        ))}
      </div>
      {attachments.length > 0 && (
        <div className="mt-6">
          <p>{paperWords[language].enclosures}</p>
          <ol className="list-inside list-decimal">
            {attachments.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </div>
      )}
    </article>
  )
}

const Segments = ({ segments }: { segments: readonly Segment[] }) =>
  placed(segments).map(({ place, item: { text, variable } }) =>
    variable === undefined ? (
      <span key={place}>{text}</span>
    ) : (
      <mark
        key={place}
        title={variable}
        className="rounded-[3px] bg-[#dff0ef] px-0.5 text-[#0e5f63] print:bg-transparent print:text-[#111111]"
      >
        {text}
      </mark>
    ),
  )

/** Parts of a template keep their places: the place is what tells them apart. */
const placed = <Item,>(items: readonly Item[]) => items.map((item, index) => ({ place: `${index}`, item }))
