'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { addDebt, updateDebt } from '@/lib/debts/commands'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'

export const addDebtAction = staffForm(addDebt)
export const updateDebtAction = staffForm(updateDebt)
export const recordSnapshotAction = staffForm(recordSnapshot)
