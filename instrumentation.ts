/** Runs once when a server process starts, before it takes requests. */
export async function register() {
  const { refuseUnsafeStart } = await import('@/lib/core/startup.queries')
  await refuseUnsafeStart()
}
