'use server'
import { staffAction } from '@/lib/core/action'
import { changeView, chooseView, removeView, saveView } from '@/lib/preferences/view.commands'

export const saveViewAction = staffAction(saveView)
export const changeViewAction = staffAction(changeView)
export const removeViewAction = staffAction(removeView)
export const chooseViewAction = staffAction(chooseView)
