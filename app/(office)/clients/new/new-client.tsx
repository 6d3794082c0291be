'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { type Looked, lookAction } from './actions'
import { ClientForm } from './client-form'
import { SamePeople } from './same-people'

/** Three steps on one page: look, see who may be the same, add. */
export function NewClient() {
  const [{ typed, found }, look, isPending] = useActionState<Looked, FormData>(lookAction, { typed: {} })
  const t = useTranslations('people')
  if (found === undefined) {
    return (
      <Panel title={t('checkFirst')}>
        <p className="text-muted">{t('checkText')}</p>
        <form action={look} className="grid gap-3">
          <TextField name="name" label={t('field.name')} autoComplete="off" maxLength={200} defaultValue={typed['name']} />
          <TextField name="phone" label={t('field.phone')} type="tel" autoComplete="off" maxLength={60} />
          <TextField name="idNumber" label={t('field.idNumber')} autoComplete="off" maxLength={60} />
          <div>
            <Button type="submit" look="primary" disabled={isPending}>
              {t('check')}
            </Button>
          </div>
        </form>
      </Panel>
    )
  }
  return (
    <>
      <form action={look}>
        <input type="hidden" name="_over" value="1" />
        <Button type="submit" look="quiet">
          ← {t('startOver')}
        </Button>
      </form>
      {found.length > 0 ? <SamePeople people={found} /> : <p className="text-ok">{t('nobodySame')}</p>}
      <Panel title={found.length > 0 ? t('stillNew') : t('newClient')}>
        <ClientForm typed={typed} />
      </Panel>
    </>
  )
}
