/** Whether a typed name is the client's: width, spaces and the kinds of middle dot do not matter, everything else does. */
export const isNameOf = (typed: string, name: string) => plain(typed) === plain(name)

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[•・･‧⋅]/g, '·')
    .replace(/\s+/g, '')
    .toLowerCase()
