import Link from 'next/link'

/** The name of a level, leading to the cases behind it where the reader may see cases. */
export const LevelLink = ({ href, children }: { href: string | undefined; children: string }) =>
  href === undefined ? children : <Link href={href}>{children}</Link>
