/** SQLSTATE classes and errno codes of a database that is away, full, busy or was told to let go: not the caller's fault. */
const passing = /^(08|53|57P0|40001|40P01|57014|25P03|55P03)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/
/** What the driver says where there is no code. */
const lost = /^Connection terminated|timeout exceeded when trying to connect|^Query read timeout|not queryable/

/** Whether an error has nothing to do with what was asked: the database could not do it just now. */
export const isDatabaseTrouble = (error: unknown) =>
  causesOf(error).some((cause) => {
    const code = ownCode(cause)
    return code === '' ? lost.test(cause.message) : passing.test(code)
  })

/** The SQLSTATE or errno of an error or of what caused it, '' where there is none. */
export const codeOf = (error: unknown) => causesOf(error).map(ownCode).find(Boolean) ?? ''

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause)
  return causes
}

const ownCode = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')
