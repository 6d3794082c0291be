'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { openCase } from '@/lib/cases/open.commands'

/** A product says whose it is: one choice instead of two. */
export const openCaseAction = staffForm(openCase, {
  values: ({ product, ...rest }) => {
    const [creditorId, productId] = String(product ?? '').split('/')
    return { ...rest, creditorId, productId }
  },
  to: ({ id }) => `/cases/${id}/money`,
})
