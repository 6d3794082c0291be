// @ts-check
// Loaded into every process the launcher starts: when the launcher is killed the channel to it breaks, and the process
// stops in order, instead of holding the port or loading a demo for ever. Processes that one starts in turn inherit this
// file and have channels of their own, which are none of our business: the mark is taken off for them.
const grace = 10_000

if (process.env.PARLEY_LEASH !== undefined) {
  delete process.env.PARLEY_LEASH
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), grace).unref()
  })
  process.channel?.unref()
}
