// @ts-check
// What was opened is closed in reverse order, once, however the launcher ends.
import { reasonOf } from './stop.mjs'

/** @typedef {() => unknown} Ending */

/** @type {Ending[]} */
const endings = []
/** @type {Promise<void> | undefined} */
let ending

export const lifetime = {
  /**
   * Remembers how to end something; the answer forgets it again.
   * @param {Ending} end
   */
  add(end) {
    endings.push(end)
    return () => {
      const at = endings.indexOf(end)
      if (at >= 0) endings.splice(at, 1)
    }
  },

  get isEnding() {
    return ending !== undefined
  },

  /** Ends everything, newest first; a second call waits for the first. */
  end() {
    ending ??= endAll()
    return ending
  },
}

/**
 * Ctrl+C, a closed terminal and a service manager all end in order. Terminal and npm may both pass on one Ctrl+C,
 * so a repeated signal means nothing; every ending has its own time limit instead.
 * @param {number} exitCode
 */
export function endOnSignal(exitCode) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (lifetime.isEnding) return
      process.stdout.write('\nStopping …\n')
      lifetime.end().then(() => process.exit(exitCode))
    })
  }
  process.stdout.on('error', () => {}) // a closed pipe is no reason to leave the database behind
}

async function endAll() {
  for (let end = endings.pop(); end; end = endings.pop()) {
    try {
      await end()
    } catch (error) {
      console.error(reasonOf(error))
    }
  }
}
