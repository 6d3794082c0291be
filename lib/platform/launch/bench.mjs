// @ts-check
// npm run bench: the product beside the same statements behind a bare server and a bare Next route, in one run.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { orStop, prepare } from './launch.mjs'
import { endOnSignal } from './lifetime.mjs'
import { root } from './run.mjs'

const usage = `Usage: npm run bench [-- OPTIONS]
  --sizes 1000,10000,100000   open cases
  --counsellors 200           members of staff who own them
  --clients 16                clients at once
  --seconds 4                 how long each thing is measured
  --out FILE                  where everything measured is written (.data/bench.json)`

endOnSignal(130)
const order = read()
await orStop(async () => {
  await prepare()
  const { bench } = await import('../../bench/bench.mjs')
  await bench(order)
})

function read() {
  try {
    const text = { type: /** @type {const} */ ('string') }
    const { values } = parseArgs({ options: { sizes: text, counsellors: text, clients: text, seconds: text, out: text } })
    const {
      sizes = '1000,10000,100000',
      counsellors = '200',
      clients = '16',
      seconds = '4',
      out = path.join(root, '.data/bench.json'),
    } = values
    const numbers = [...sizes.split(','), counsellors, clients, seconds].map((part) => Number.parseFloat(part))
    if (numbers.some((number) => !(number > 0))) throw new Error('a number is missing')
    const sized = sizes.split(',').map((size) => Number.parseInt(size, 10))
    return {
      sizes: sized,
      counsellors: Number.parseInt(counsellors, 10),
      clients: Number.parseInt(clients, 10),
      seconds: Number.parseFloat(seconds),
      out: path.resolve(out),
    }
  } catch {
    console.log(usage)
    process.exit(process.argv.includes('--help') ? 0 : 2)
  }
}
