const other = /"(?:[^"]*\/)?(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}(?:\.mjs)?"/

/**
 * Leaves of the dictionaries that come with the widgets those of the two languages spoken here; over thirty come with them,
 * and they would be a tenth of what the board loads.
 * @param {string} source a module that imports one dictionary a line, and names one a line
 */
module.exports = (source) =>
  source
    .split('\n')
    .filter((line) => !other.test(line))
    .join('\n')
