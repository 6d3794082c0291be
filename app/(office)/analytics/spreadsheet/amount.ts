/** A standard deviation to four digits, in the unit of its column. */
export const amount = (value: number) => String(Number.parseFloat(value.toPrecision(4)))
