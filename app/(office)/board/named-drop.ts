import type { DragAndDropHooks } from 'react-aria-components'

/**
 * These hooks with a name of their own for the place a card is dropped on. The library says of it no more than that something
 * can be dropped, and reads out just that when a card is lifted.
 */
export function namedDrop<T>(hooks: DragAndDropHooks<T>, name: string): DragAndDropHooks<T> {
  const { useDropIndicator } = hooks
  if (useDropIndicator === undefined) return hooks
  const named: typeof useDropIndicator = (props, state, ref) => {
    const { dropIndicatorProps, ...rest } = useDropIndicator(props, state, ref)
    const label = props.target.type === 'root' ? { 'aria-label': name, 'aria-labelledby': undefined } : {}
    return { ...rest, dropIndicatorProps: { ...dropIndicatorProps, ...label } }
  }
  return { ...hooks, useDropIndicator: named }
}
