'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useToast } from '@/app/_ui/toast'
import type { Answer } from '@/lib/core/action'
import { changeViewAction, chooseViewAction, removeViewAction, saveViewAction } from './actions'
import { addressOf, type Looking, plain, type View } from './looking'

export type Written = { name: string; isShared: boolean; isChosen: boolean }

/** Keeping, changing and removing views; what is refused is said, and nothing has changed. */
export function useViewWrites() {
  const [t, toast, router] = [useTranslations('views'), useToast(), useRouter()]
  const [isBusy, setBusy] = useState(false)

  const sayWhy = ({ code, details }: Extract<Answer<unknown>, { ok: false }>) => {
    const why = (['too_many', 'conflict'] as const).find((one) => one === code || one === details['why'])
    toast({ text: why === undefined ? t('said.failed') : t(`why.${why}`), tone: 'bad' })
  }
  /** Does one write after the other until one is refused. */
  const all = async (name: string, writes: readonly (() => Promise<Answer<unknown>>)[]) => {
    setBusy(true)
    for (const write of writes) {
      const answer = await write().catch((): Answer<unknown> => ({ ok: false, code: 'unavailable', details: {} }))
      if (!answer.ok) {
        setBusy(false)
        sayWhy(answer)
        return false
      }
    }
    setBusy(false)
    toast({ text: t('said.saved', { name }) })
    return true
  }
  const choice = (id: string, was: boolean, { isChosen }: Written) =>
    was === isChosen ? [] : [() => chooseViewAction({ viewId: isChosen ? id : null })]

  return {
    isBusy,
    update: (view: View, { filters, layout, density }: Looking) =>
      all(view.name, [() => changeViewAction({ viewId: view.id, version: view.version, filters, layout, density })]),
    edit: (view: View, wasChosen: boolean, written: Written) => {
      const { name, isShared } = written
      const change = () => changeViewAction({ viewId: view.id, version: view.version, name, isShared })
      return all(name, [...(view.isMine ? [change] : []), ...choice(view.id, wasChosen, written)])
    },
    create: async ({ filters, layout, density }: Looking, written: Written) => {
      const { name, isShared } = written
      let id = ''
      const save = async () => {
        const answer = await saveViewAction({ name, isShared, filters, layout, density })
        if (answer.ok) id = answer.value.viewId
        return answer
      }
      const isDone = await all(name, [save, ...(written.isChosen ? [() => chooseViewAction({ viewId: id })] : [])])
      if (isDone) router.push(addressOf({ filters, layout, density }, id))
      return isDone
    },
    remove: async (view: View) => {
      const answer = await removeViewAction({ viewId: view.id })
      if (!answer.ok) return sayWhy(answer)
      toast({ text: t('said.removed') })
      router.push(addressOf({ filters: {}, layout: view.layout, density: 'comfortable' }, plain))
    },
  }
}
