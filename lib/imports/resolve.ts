import type { ImportedRow, RowFault } from './row'

type Product = { id: string; brands: readonly string[]; creditorId: string; creditorNames: readonly string[] }

/** What the words of a row may mean in an office. */
export type Ground = {
  products: readonly Product[]
  people: readonly { id: string; name: string }[]
  /** Whose the cases are that name nobody; nobody's where the command line reads them. */
  me: string | undefined
  /** May give cases to colleagues. */
  mayHandOut: boolean
}

export type Place = { creditorId: string; productId: string; ownerId: string }

/** Which product, lender and colleague a row means, or why that is not clear. */
export function resolve({ kase }: Pick<ImportedRow, 'kase'>, ground: Ground): Place | { faults: RowFault[] } {
  const [product, owner] = [productOf(kase, ground), ownerOf(kase, ground)]
  const faults = [product, owner].flatMap((read) => ('fault' in read ? [read] : []))
  if ('fault' in product || 'fault' in owner) return { faults }
  return { creditorId: product.creditorId, productId: product.id, ownerId: owner.id }
}

/** By its brand and, where several lenders have one of that name, by the lender; a lender of one product needs no brand. */
export function productOf(
  { product, creditor }: Pick<ImportedRow['kase'], 'product' | 'creditor'>,
  { products }: Pick<Ground, 'products'>,
): Product | (RowFault & { field: 'product' | 'creditor' }) {
  const fitting = products.filter(({ brands, creditorNames }) => isOneOf(brands, product) && isOneOf(creditorNames, creditor))
  const [found, ...more] = fitting
  if (found === undefined) return { field: product === '' ? 'creditor' : 'product', fault: 'unknown_product' }
  return more.length === 0 ? found : { field: product === '' ? 'product' : 'creditor', fault: 'which_product' }
}

function ownerOf({ owner }: ImportedRow['kase'], { people, me, mayHandOut }: Ground): { id: string } | RowFault {
  if (owner === '') return me === undefined ? { field: 'owner', fault: 'required' } : { id: me }
  const [found, ...more] = people.filter(({ name }) => folded(name) === folded(owner))
  if (found === undefined || more.length > 0) return { field: 'owner', fault: 'unknown_colleague' }
  return found.id === me || mayHandOut ? found : { field: 'owner', fault: 'supervisor_only' }
}

/** Nothing said fits everything. */
const isOneOf = (names: readonly string[], said: string) => said === '' || names.some((name) => folded(name) === folded(said))

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
