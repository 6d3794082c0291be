// @ts-check
import { run } from './run.mjs'

/**
 * Runs npm itself: the one that started us, else the one on the path.
 * @param {string[]} args
 * @param {import('./run.mjs').Environment} [env]
 */
export function npm(args, env) {
  const script = process.env.npm_execpath ?? ''
  const isNpm = /npm-cli\.c?js$/.test(script)
  return isNpm
    ? run(process.execPath, [script, ...args], { env })
    : run('npm', args, { env, shell: process.platform === 'win32' })
}
