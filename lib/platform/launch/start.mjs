// @ts-check
// npm start. Runs before anything is installed: only Node's own modules up here, the rest is loaded when it is there.
import { launch } from './launch.mjs'

await launch('start')
