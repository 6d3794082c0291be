'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { addContact, addCreditor, addProduct, verifyContact } from '@/lib/creditors/commands'

export const addCreditorAction = staffForm(addCreditor)
export const addProductAction = staffForm(addProduct)
export const addContactAction = staffForm(addContact)
export const verifyContactAction = staffForm(verifyContact)
