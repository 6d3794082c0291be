// @ts-check
// The other floor: the same statements behind a Next route and nothing else.
import { replay } from './replay.mjs'

export const dynamic = 'force-dynamic'

/** @param {Request} _ @param {{ params: Promise<{ call: string[] }> }} context */
async function answer(_, { params }) {
  const [name = '', index = ''] = (await params).call
  return new Response(await replay(name, Number.parseInt(index, 10)), { headers: { 'content-type': 'application/json' } })
}

export { answer as GET, answer as POST }
