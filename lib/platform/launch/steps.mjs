// @ts-check
// Progress a person can follow: one line per named step, with its time.

const silence = 20_000
const patience = 2_500
const screen = process.stdout

/**
 * Does one named piece of work and prints how long it took. What the work returns as text is shown beside its name.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<T> | T} work
 * @param {{ slow?: string }} [options] what to say when it takes a while
 * @returns {Promise<T>}
 */
export async function step(name, work, { slow = '' } = {}) {
  const started = performance.now()
  const quiet = waiting(name, slow)
  let noted = ''
  try {
    const result = await work((text) => {
      noted = text
    })
    quiet()
    print('✓', name, noted, started)
    return result
  } catch (error) {
    quiet()
    print('✗', name, noted, started)
    throw error
  }
}

/**
 * A duration as people read it: 0.4 s, 41 s, 2 min 05 s.
 * @param {number} ms milliseconds
 */
export function duration(ms) {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`
}

/** @param {string} mark @param {string} name @param {string} noted @param {number} started */
function print(mark, name, noted, started) {
  const time = duration(performance.now() - started)
  screen.write(`  ${mark} ${name.padEnd(12)} ${time.padStart(11)}   ${noted}`.trimEnd().concat('\n'))
}

/**
 * Shows a running step: at once on a terminal, elsewhere when it has been quiet for a while.
 * @param {string} name @param {string} slow
 */
function waiting(name, slow) {
  const line = `  … ${name.padEnd(12)} ${slow}`.trimEnd()
  if (screen.isTTY) {
    screen.write(line)
    return () => screen.write('\r\x1b[K')
  }
  const soon = setTimeout(() => screen.write(`${line}\n`), patience)
  const again = setInterval(() => screen.write(`  … ${name} still running\n`), silence)
  return () => {
    clearTimeout(soon)
    clearInterval(again)
  }
}
