import { xmlText } from './xml'

/** HTML that is safe to send: everything put into it was escaped, or was made here too. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | readonly Part[] | null | false

/** A template whose values are text, never markup; lists are put one after the other, null and false are nothing. */
export const html = (fixed: TemplateStringsArray, ...values: Part[]): Html =>
  new Html(fixed.map((text, index) => text + textOf(values[index] ?? null)).join(''))

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (isList(part)) return part.map(textOf).join('')
  return part === null || part === false ? '' : xmlText(String(part))
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part)

type Page = { language: string; title: string; style: string; body: Html }

/** A whole page that opens offline and can run nothing: its policy allows its own style and no more. */
export const htmlPage = ({ language, title, style, body }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.text
