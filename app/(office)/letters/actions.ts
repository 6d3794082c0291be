'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { staffAction } from '@/lib/core/action'
import { cancelBatch, startBatch, writeLetters } from '@/lib/letters/batch.commands'

export const startBatchAction = staffForm(startBatch, { to: ({ batchId }) => `/letters/${batchId}` })
export const writeLettersAction = staffAction(writeLetters)
export const goOnAction = staffForm(writeLetters)
export const cancelBatchAction = staffForm(cancelBatch)
