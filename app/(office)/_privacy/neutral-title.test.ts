import { expect, test } from 'vitest'
import { holdTitle } from './neutral-title'

let heard = () => {}
class Observer {
  constructor(on: () => void) {
    heard = on
  }
  observe() {}
  disconnect() {
    heard = () => {}
  }
  takeRecords = () => []
}

test('a covered screen names no case in its tab, whatever the page calls itself meanwhile, and gives the name back', () => {
  const page = { title: 'XS-0007 · 协商台', head: {} as HTMLHeadElement }
  const lift = holdTitle(page, Observer)
  expect(page.title).toBe('协商台 Parley')
  page.title = 'XS-0008 · 协商台'
  heard()
  expect(page.title).toBe('协商台 Parley')
  lift()
  expect(page.title).toBe('XS-0008 · 协商台')
})
