// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './stop.mjs'

const forgottenAfter = 30 * 60_000

/**
 * Does work that two launchers must not do at once; the second waits for the first.
 * @template T
 * @param {string} file there while the work is being done
 * @param {() => Promise<T>} work
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await sleep(200)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    fs.linkSync(mine, file) // appears with its content or not at all
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (isAbandoned(file)) removeAbandoned(file)
    return false
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/**
 * Between the look and the removal another launcher may have taken the lock: what was moved aside is looked at again.
 * @param {string} file
 */
function removeAbandoned(file) {
  const aside = `${file}.aside-${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (!isAbandoned(aside)) fs.linkSync(aside, file)
    fs.rmSync(aside)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs
    return age > forgottenAfter || !isRunning(Number.parseInt(fs.readFileSync(file, 'utf8'), 10))
  } catch {
    return false // let go this moment
  }
}

/** @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
