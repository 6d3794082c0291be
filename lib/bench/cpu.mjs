// @ts-check
import fs from 'node:fs'

// Linux counts processor time in hundredths of a second, whatever the kernel's own tick.
const msPerTick = 10

/**
 * Milliseconds of processor time a process and everything it started have used so far, the ended ones included; null where
 * the system does not tell.
 * @param {number} pid
 */
export function cpuOf(pid) {
  const all = processes()
  if (!all.has(pid)) return null
  let ticks = 0
  for (const member of family(pid, all)) ticks += all.get(member)?.ticks ?? 0
  return ticks * msPerTick
}

/** The process that started this one; 0 where the system does not tell. @param {number} pid */
export const parentOf = (pid) => processes().get(pid)?.parent ?? 0

/** @returns {Map<number, { parent: number, ticks: number }>} */
function processes() {
  const found = new Map()
  for (const name of fs.existsSync('/proc/self/stat') ? fs.readdirSync('/proc') : []) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : ''
    const [, parent, ...rest] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map((field) => Number.parseInt(field, 10))
    if (parent === undefined) continue
    // utime, stime, cutime and cstime are fields 14 to 17 of proc(5); what is left here begins with the fifth
    const ticks = rest.slice(9, 13).reduce((sum, part) => sum + part, 0)
    found.set(Number.parseInt(name, 10), { parent, ticks })
  }
  return found
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended
  }
}

/** @param {number} pid @param {Map<number, { parent: number }>} all @returns {number[]} */
function family(pid, all) {
  const children = [...all].filter(([, { parent }]) => parent === pid).map(([child]) => child)
  return [pid, ...children.flatMap((child) => family(child, all))]
}
