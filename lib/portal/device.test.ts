import { expect, test } from 'vitest'
import { deviceOf } from './device'

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit}`
const android = 'Mozilla/5.0 (Linux; Android 9; PACM00 Build/P00610) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${iphone} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari · iPhone'],
  [`${iphone} Mobile/15E148 MicroMessenger/8.0.50(0x18003233) NetType/WIFI Language/zh_CN`, 'WeChat · iPhone'],
  [`${android} Chrome/99.0.4844.88 Mobile Safari/537.36`, 'Chrome · Android'],
  [`${android} Version/4.0 Chrome/86.0 Mobile Safari/537.36 HuaweiBrowser/12.1`, 'Huawei Browser · Android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge · Windows'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/17.0 Safari/605.1.15`, 'Safari · Mac'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox · Linux'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s is told without model or version', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words)
})
