// @ts-check
// npm run dev: as npm start, with the development server instead of a build.
import { launch } from './launch.mjs'

await launch('dev')
