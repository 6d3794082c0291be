/**
 * What somebody held in their hand, in words that tell nobody apart: `Chrome · Android`. Of what a browser says of itself no version
 * and no model is kept; nothing where it says neither.
 */
export const deviceOf = (userAgent: string): string =>
  [browsers, systems].flatMap((table) => table.find(([mark]) => mark.test(userAgent))?.[1] ?? []).join(' · ')

type Table = readonly (readonly [mark: RegExp, name: string])[]

/** Browsers within other apps first, then those that call themselves Chrome or Safari as well. */
const browsers: Table = [
  [/MicroMessenger/, 'WeChat'],
  [/AlipayClient/, 'Alipay'],
  [/DingTalk/, 'DingTalk'],
  [/\bQQ\//, 'QQ'],
  [/QQBrowser/, 'QQ Browser'],
  [/UCBrowser|UBrowser/, 'UC Browser'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'Mi Browser'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/\bEdg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const systems: Table = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]
