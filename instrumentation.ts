/** Runs once when a server process starts, before it takes requests. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseUnsafeStart } = await import('@/lib/core/startup.queries')
  await refuseUnsafeStart()
  const { makeRounds } = await import('@/lib/rounds/rounds')
  void makeRounds()
}
