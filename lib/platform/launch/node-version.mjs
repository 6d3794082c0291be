// @ts-check

const floor = { major: 20, minor: 19 }

/**
 * Why this Node cannot run Parley, or '' where it can.
 * @param {string} version such as `20.19.4`
 */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  const enough = major > floor.major || (major === floor.major && minor >= floor.minor)
  return enough ? '' : `Parley needs Node ${floor.major}.${floor.minor} or newer; this is Node ${version}.`
}
