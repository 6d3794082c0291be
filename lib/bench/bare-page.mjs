// @ts-check
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/**
 * A page as somebody would have written it into a file: no script, its style inside, and so much that cannot be compressed in
 * a comment that it weighs what the product's page and style sheets weigh together.
 * @param {string} html @param {readonly string[]} styles @param {number} weight compressed bytes
 * @returns {Buffer} compressed
 */
export function barePage(html, styles, weight) {
  const still = html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link[^>]+(?:rel="stylesheet"|as="script"|rel="preload")[^>]*>/g, '')
    .replace('</head>', () => `<style>${styles.join('\n')}</style></head>`)
  const missing = Math.max(0, weight - gzipSync(still).length)
  let [fill, packed] = ['', gzipSync(still)]
  for (let length = missing; packed.length < weight && length < 3 * missing + 64; length += 16) {
    fill = noise(length)
    packed = gzipSync(still.replace('</body>', () => `<!--${fill}--></body>`))
  }
  return packed
}

/** Letters and digits nobody can guess, the same every time. @param {number} length */
function noise(length) {
  let text = ''
  for (let part = 0; text.length < length; part += 1) text += createHash('sha256').update(String(part)).digest('base64url')
  return text.slice(0, length)
}
