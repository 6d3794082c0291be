import Link from 'next/link'
import { CurrentInView } from './current-in-view'

/** Tabs that are links: each has its own address, works without JavaScript, and Back returns. */
export const LinkTabs = ({ label, tabs }: { label: string; tabs: { href: string; text: string; isCurrent: boolean }[] }) => (
  <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
    {tabs.map(({ href, text, isCurrent }) => (
      <Link
        key={href}
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        className="-mb-px border-b-2 border-transparent px-2.5 py-2 whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary"
      >
        {text}
      </Link>
    ))}
    <CurrentInView />
  </nav>
)
