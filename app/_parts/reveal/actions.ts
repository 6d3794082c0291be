'use server'
import { revealClient } from '@/lib/clients/commands'
import { staffAction } from '@/lib/core/action'

export const revealAction = staffAction(revealClient)
