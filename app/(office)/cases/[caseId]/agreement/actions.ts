'use server'

import { staffForm } from '@/app/_parts/form/staff-form'
import { breakAgreement } from '@/lib/agreements/break.commands'
import { confirmAgreement, overrideAgreement } from '@/lib/agreements/confirm.commands'
import { correctOrder } from '@/lib/agreements/order.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { takeBackPayment } from '@/lib/agreements/take-back.commands'
import { moveCase } from '@/lib/cases/commands'

export const confirmAgreementForm = staffForm(confirmAgreement)
export const overrideAgreementForm = staffForm(overrideAgreement)
export const recordReceiptForm = staffForm(recordReceipt)
export const recordPaymentForm = staffForm(recordPayment)
export const verifyPaymentForm = staffForm(verifyPayment)
export const takeBackPaymentForm = staffForm(takeBackPayment)
export const correctOrderForm = staffForm(correctOrder)
export const breakAgreementForm = staffForm(breakAgreement)
export const closeCaseForm = staffForm(moveCase)
