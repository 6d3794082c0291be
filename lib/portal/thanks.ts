import type { Said } from './refusal-word'

/** Thanks that promise what we will do next. */
const promises: readonly string[] = ['uploaded', 'told', 'approved', 'budgeted', 'billed', 'heard']

/** While the work stands still nobody is promised anything: what a page from before sent is written down, and that is said. */
export const withoutPromise = ({ done, error }: Said): Said => ({
  error,
  done: done !== undefined && promises.includes(done) ? 'atRest' : done,
})
