/** How a page looks that people keep on their own disk: readable anywhere, dark where the screen is, plain on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #17211d; --muted: #5a6861; --line: #deded5; --paper: #ffffff; --tint: #f7f7f3; --mark: #0e5f63 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9eeea; --muted: #9aa9a2; --line: #2e3a35; --paper: #101513; --tint: #18201d; --mark: #6cc7c4 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif }
main { max-width: 64em; margin: 0 auto; padding: 24px 20px 64px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px }
h2 { font-size: 18px; margin: 36px 0 8px; padding-top: 12px; border-top: 2px solid var(--line) }
h3 { font-size: 15px; margin: 20px 0 4px }
a { color: var(--mark) }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; list-style: none }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 12px 0 }
dt { color: var(--muted) }
dd { margin: 0; overflow-wrap: anywhere }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: 14px }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { color: var(--muted); font-weight: 500; white-space: nowrap }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
code { font: 12px/1.5 ui-monospace, "SFMono-Regular", Consolas, monospace; overflow-wrap: anywhere }
.note, .kept { color: var(--muted); font-size: 13px }
.kept { display: inline-block; padding: 0 8px; border-radius: 4px; background: var(--tint) }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 8px 0; padding: 12px 16px; background: var(--tint) }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 8px } }
@media print { main { padding: 0 } nav { display: none } h2 { break-after: avoid } tr { break-inside: avoid } }
`
