type Press = { isComposing: boolean; keyCode: number; target: EventTarget | null }

/** Is a word being put together by an input method? Its Enter and its letters belong to it alone. */
export const isComposing = ({ isComposing: composes, keyCode }: Press) => composes || keyCode === 229

/** Is this key meant for a field, a small window or a menu rather than for the page? */
export const isTyping = (press: Press) => isComposing(press) || isIn(press, `${fields}, [role="dialog"], [role="menu"]`)

/** Is it meant for a field? */
export const isWriting = (press: Press) => isComposing(press) || isIn(press, fields)

/** Does a small window stand open where the key was pressed? */
export const isInDialog = (press: Press) => isIn(press, '[role="dialog"], [role="alertdialog"]')

const fields = 'input, textarea, select, [contenteditable="true"]'
const isIn = ({ target }: Press, where: string) => target instanceof HTMLElement && target.closest(where) !== null
