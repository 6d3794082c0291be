/** A key as it looks. */
export const Key = ({ children }: { children: string }) => (
  <kbd className="shrink-0 rounded-chip border border-b-2 border-line bg-surface px-1.5 font-[inherit] text-meta whitespace-nowrap text-ink-2">
    {children}
  </kbd>
)
