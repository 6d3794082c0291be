// @ts-check
import fs from 'node:fs'

const interval = 500

/**
 * npm that is killed passes nothing on. Its child, which is this process or the shell it put between, gets another
 * parent that very moment: then we end as by a signal.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = npmOf()
  setInterval(() => npmOf() !== npm && process.kill(process.pid, 'SIGTERM'), interval).unref()
}

function npmOf() {
  const { ppid } = process
  return isShell(ppid) ? parentOf(ppid) : ppid
}

/** @param {number} pid */
const isShell = (pid) => /^\d+ \((sh|dash|bash|ash)\)/.test(statOf(pid))

/** @param {number} pid */
const parentOf = (pid) => Number.parseInt(/\) \S (\d+)/.exec(statOf(pid))?.[1] ?? '0', 10)

/**
 * What Linux says of a process: number, (name), state, parent; '' elsewhere, where no shell stays between.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
