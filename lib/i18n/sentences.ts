type Tree = { readonly [key: string]: string | Tree }
type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> }

/** The sentences of one part of the product in both languages. A sentence missing on either side does not compile. */
export const sentences = <const Zh extends Tree>(zh: Zh, en: Same<Zh>): { zh: Zh; en: Same<Zh> } => ({ zh, en })
