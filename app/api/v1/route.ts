export { DELETE, GET, PATCH, POST, PUT } from './[...path]/route'

export const dynamic = 'force-dynamic'
