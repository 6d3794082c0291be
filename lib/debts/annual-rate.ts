import { one, percentText, type Rate } from '@/lib/platform/money'

/**
 * A daily rate as yearly ones, both labelled, because the People's Bank asks for it (announcement [2021] No. 3): `simple`
 * is 360 days of it, `irr` compounds twelve months of thirty days. 0.04 % a day is 14.40 % simple and 15.39 % IRR.
 * @param dailyPercent percent a day, such as 0.04
 * @returns percents with two decimals, as text
 */
export function annualRates(dailyPercent: Rate): { simple: string; irr: string } {
  const daily = dailyPercent.div(100)
  const month = one.plus(daily.times(30))
  return { simple: percentText(daily.times(360)), irr: percentText(month.pow(12).minus(1)) }
}
