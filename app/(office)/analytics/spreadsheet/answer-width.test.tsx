import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { decided, office, yes } from '@/lib/analysis/simulated-office'
import { messages } from '@/lib/i18n/catalogue'
import { Answer } from './answer'

const question = '是否提供第三方出具的证明材料'

test.each(['zh-CN', 'en'] as const)(
  'a factor and its levels keep a width to be read at, on however narrow a screen: %s',
  (locale) => {
    const rows = office(200, 3, (roll) => {
      const proof = yes(roll, 0.5)
      return { [question]: proof, status: decided(roll, proof === 'yes' ? 1 : -1) }
    })
    const spec = {
      outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
      factors: [{ column: question, type: 'category' as const }],
    }
    const answered = analyse(rows, spec, locale)
    if ('fault' in answered) throw new Error(answered.fault.code)
    const shown = renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Asia/Shanghai">
        <Answer answer={answered} />
      </NextIntlClientProvider>,
    )
    const [head = ''] = shown.match(/<th scope="rowgroup"[^>]*>/) ?? []
    const [level = ''] = shown.match(/<td[^>]*>(yes|no)/) ?? []
    expect(head).toContain('min-w-[7.5em]')
    // Where the figures scroll sideways, the factor they are about stays.
    expect(head).toContain('sticky left-0')
    expect(level).toContain('min-w-[8em]')
  },
)
