// @ts-check
// Loaded into the server before Next: when the launcher is killed the channel to it breaks, and the server stops
// in order instead of holding the port for ever.
const grace = 10_000

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), grace).unref()
})
process.channel?.unref()
