'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { addSchedule, pauseSchedule, removeSchedule } from '@/lib/reports/schedule.commands'
import { withBeat } from './beats'

export const addScheduleAction = staffForm(addSchedule, { values: withBeat })
export const pauseScheduleAction = staffForm(pauseSchedule)
export const removeScheduleAction = staffForm(removeSchedule)
