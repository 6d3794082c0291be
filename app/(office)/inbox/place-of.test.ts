import { expect, test } from 'vitest'
import { placeOf } from './place-of'

test('a request under their rights leads to where it stands, on the page of the client', () => {
  const about = { caseId: 'k', clientId: 'c' }
  expect(placeOf({ reason: 'CLIENT_RIGHTS', ...about })).toBe('/clients/c#rights')
  expect(placeOf({ reason: 'CLIENT_STOPPED', ...about })).toBe('/cases/k')
  expect(placeOf({ reason: 'CLIENT_SENT', ...about })).toBe('/cases/k/evidence')
})
