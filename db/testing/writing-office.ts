import { execute } from '@/lib/core/command'
import { setPreference } from '@/lib/preferences/commands'
import { openOffice } from './factories'

/*
 * A process that writes one command after another, eight at once, until it is killed: it says which organisation it writes in, and
 * then the number of each command as soon as that was acknowledged.
 */
const office = await openOffice()
process.stdout.write(`${office.organisationId}\n`)

async function write(writer: number) {
  for (let n = 0; ; n++) {
    const requestId = `${writer}-${n}`
    await execute(setPreference, office.counsellor, { locale: 'en' }, { requestId })
    process.stdout.write(`${requestId}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
