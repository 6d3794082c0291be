// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'

/** Reads the settings in .env, where there is one; what is set already wins. */
export function loadDotenv() {
  const file = path.join(root, '.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
}
