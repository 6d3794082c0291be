'use client'
import { useMessages } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck } from '@/app/_parts/form/fields'
import { type NoticeText, noticeParts } from '@/db/vocabulary-protection'
import { tellClientsAction } from './actions'

type Props = { given: Record<'zh' | 'en', Partial<NoticeText>>; of: { recordId: string; version: number } }

/** The notice to the clients concerned, part by part in both languages, beginning with what the record says. */
export function TellForm({ given, of }: Props) {
  const { protection } = useMessages()
  const { tell } = protection
  return (
    <CommandForm
      action={tellClientsAction}
      labels={tell.field}
      submit={tell.send}
      hidden={{ ...of }}
      draft={`tell-${of.recordId}`}
    >
      <p className="max-w-[60em] text-ink-2">{tell.lead}</p>
      {noticeParts.map((part) => (
        <div key={part} className="grid gap-3 sm:grid-cols-2">
          {(['zh', 'en'] as const).map((locale) => (
            <FormArea
              key={locale}
              name={`${locale}.${part}`}
              required
              rows={4}
              maxLength={2000}
              lang={locale}
              defaultValue={given[locale][part]}
            />
          ))}
        </div>
      ))}
      <FormArea name="caseNumbers" rows={4} hint={tell.numbersHint} autoComplete="off" />
      <FormCheck name="everyone" />
      <FormCheck name="isSure" />
    </CommandForm>
  )
}
