import { expect, test } from 'vitest'
import { canBePressed, firstButton } from './submit-form'

/** Answers for the selectors it is given; how forms behave in a browser is tried there. */
const field = (...is: string[]) => ({ matches: (selector: string) => is.some((one) => selector.split(', ').includes(one)) })

test('a form is sent by its first button, as Enter in one of its lines would send it', () => {
  const [words, plain, save, approve] = [
    field('textarea'),
    field('button[type="button"]'),
    field('button[type="submit"]'),
    field('button:not([type])'),
  ]
  expect(firstButton([words, plain, save, approve])).toBe(save)
  expect(firstButton([words, approve, save])).toBe(approve)
  expect(firstButton([words, plain])).toBeUndefined()
})

test('nothing is sent twice: a button that cannot be pressed now is not pressed by keys either', () => {
  expect(canBePressed(field('button[type="submit"]'))).toBe(true)
  expect(canBePressed(field(':disabled'))).toBe(false)
  expect(canBePressed(field('[aria-disabled="true"]'))).toBe(false)
})
