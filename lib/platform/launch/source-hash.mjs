// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

// What never reaches the built application.
const outside = new Set(['node_modules', '.next', '.data', '.git', '.ci', 'docs', 'e2e', 'test-results', 'playwright-report'])
const irrelevant =
  /(^|\/)(db\/(testing|migrations)|lib\/platform\/launch)\/|\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^\.env|\.log$/

/**
 * One hash of everything a build is made of: sources, configuration and the lock file.
 * @param {string} root
 */
export function sourceHash(root) {
  const hash = createHash('sha256')
  for (const file of sourcesOf(root)) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(fs.readFileSync(path.join(root, file)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

/**
 * The files a build is made of, in a stable order, with `/` between folders.
 * @param {string} root
 * @returns {string[]}
 */
export function sourcesOf(root) {
  const top = fs.readdirSync(root, { withFileTypes: true }).filter(({ name }) => !outside.has(name))
  return top
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(root, entry.name) : entry.isFile() ? [entry.name] : []))
    .filter((file) => !irrelevant.test(file))
    .sort()
}

/** @param {string} root @param {string} folder */
export function filesUnder(root, folder) {
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
