type Props = { text: string; name: string | null }

/** A sentence with a name in it that is not broken over two lines where it fits on one. */
export function WholeName({ text, name }: Props) {
  const [before, after] = name === null || name === '' ? [text] : text.split(name, 2)
  if (after === undefined) return text
  return (
    <>
      {before}
      <span className="whole">{name}</span>
      {after}
    </>
  )
}
