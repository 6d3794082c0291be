export { GET } from '../../portal/[...missing]/route'
