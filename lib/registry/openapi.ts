import { inputSchema } from './from-query-string'
import { type Operation, operations } from './operations'

/** The interface as OpenAPI 3.1, from the same table the door and the manifest use. */
export function openApi() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = `/api/v1/${operation.path}`
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '协商台 Parley', version: '1' },
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'parley.session' },
      },
      schemas: { Problem: problem },
    },
  }
}

function described(operation: Operation) {
  const { properties = {}, required = [], ...rest } = inputSchema(operation.input)
  const inPath = fieldsOf(operation.path)
  const elsewhere = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)))
  const stillRequired = required.filter((name) => !inPath.includes(name))
  const at = (place: 'path' | 'query', isRequired: (name: string) => boolean) => (name: string) => ({
    name,
    in: place,
    required: isRequired(name),
    schema: properties[name] ?? {},
  })
  const parameters = inPath.map(at('path', () => true))
  const common = {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    'x-roles': operation.roles,
    'x-object': operation.object,
    responses: {
      [operation.creates ? 201 : 200]: { description: 'Done', content: { 'application/json': {} } },
      default: refused,
    },
  }
  if (operation.method === 'GET') {
    const asked = Object.keys(elsewhere).map(at('query', (name) => stillRequired.includes(name)))
    return { ...common, parameters: [...parameters, ...asked] }
  }
  const schema = { ...rest, properties: elsewhere, required: stillRequired }
  const keyed = operation.kind === 'command' ? [idempotencyKey] : []
  return { ...common, parameters: [...parameters, ...keyed], requestBody: { content: { 'application/json': { schema } } } }
}

const fieldsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description: 'Same key and body: the same answer, done once. Kept 72 hours.',
}

const problem = {
  type: 'object',
  required: ['type', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    current: { type: 'integer', description: 'The version now, on a conflict' },
  },
}
const refused = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
