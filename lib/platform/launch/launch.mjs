// @ts-check
import { loadDotenv } from './dotenv.mjs'
import { install } from './install.mjs'
import { endOnSignal, lifetime } from './lifetime.mjs'
import { nodeTooOld } from './node-version.mjs'
import { endWithNpm } from './npm-parent.mjs'
import { step } from './steps.mjs'
import { Stop } from './stop.mjs'

const usage = `Usage: npm start [-- --empty]
  --empty   start without the demo office, at /setup`

/** @param {'start' | 'dev'} mode */
export async function launch(mode) {
  const flags = process.argv.slice(2)
  if (flags.some((flag) => flag !== '--empty')) {
    console.log(usage)
    process.exit(flags.includes('--help') ? 0 : 2)
  }
  endOnSignal(0)
  endWithNpm()
  await orStop(async () => {
    await prepare()
    const { serve } = await import('./serve.mjs')
    await serve({ mode, withDemo: !flags.includes('--empty') })
  })
}

/** What every command needs first: a Node that will do, the settings in .env, and the packages. */
export async function prepare() {
  const tooOld = nodeTooOld(process.versions.node)
  if (tooOld) throw new Stop(tooOld)
  loadDotenv()
  await step('packages', async (note) => note(await install()), { slow: 'installing, about a minute' })
}

/**
 * Does the work; what stops it is told in a sentence, and everything opened is closed.
 * @param {() => Promise<void>} work
 */
export async function orStop(work) {
  try {
    await work()
  } catch (error) {
    if (lifetime.isEnding) return // a signal ended what was running
    tell(error)
    await lifetime.end()
    process.exit(1)
  }
}

/** @param {unknown} error */
function tell(error) {
  if (!(error instanceof Stop)) return console.error(error)
  if (error.details) console.error(`\n${error.details.trim()}`)
  console.error(`\n${error.message}`)
}
