import { findBrowser } from '../lib/platform/launch/browser.mjs'
import { openTestOffice } from '../lib/platform/launch/test-office.mjs'

/**
 * A browser, and the built application over a demo office of its own. `PARLEY_E2E_URL` names a running one instead.
 * The specs find the address in their `baseURL`, and the database in `PARLEY_APP_URL` and `PARLEY_OWNER_URL`.
 */
export default async function setup() {
  process.env.PARLEY_BROWSER = JSON.stringify(await findBrowser())
  if (process.env.PARLEY_E2E_URL) return

  const office = await openTestOffice()
  Object.assign(process.env, office.env, { PARLEY_E2E_URL: office.address })
  return office.close
}
