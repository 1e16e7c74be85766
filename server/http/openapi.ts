import { z } from 'zod'
import { listEndpoints } from '#core/api.ts'
import type { AnyEndpoint } from '#core/kernel/endpoint.ts'

type Json = Record<string, unknown>

let document: Json | undefined

/** OpenAPI 3.1 of every endpoint, enough for a program that knows nothing else: both ways to sign in, headers, bodies, answers, problems. */
export function openApi(): Json {
  document ??= buildDocument()
  return document
}

function buildDocument(): Json {
  const schemas: Record<string, Json> = {}
  const paths: Record<string, Json> = {}
  for (const { name, endpoint } of listEndpoints()) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughline',
      version: '1',
      description:
        'Sign in with POST /session (cookie) or send a bearer token made on one’s own page. Answers that carry `version` carry it as ETag too; calls that ' +
        'demand If-Match take that value in double quotes. Creating calls take an Idempotency-Key. Days are YYYY-MM-DD in Vietnam, instants ISO 8601 in UTC. ' +
        'Refusals are application/problem+json (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'throughline_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        ...schemas,
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
          },
        },
      },
    },
  }
}

function operation(name: string, endpoint: AnyEndpoint, schemas: Record<string, Json>): Json {
  const parameters: Json[] = [
    ...parametersOf(endpoint.params, 'path', schemas),
    ...parametersOf(endpoint.query, 'query', schemas),
    ...(endpoint.ifMatch
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            description: 'Version that was read, in double quotes',
            schema: { type: 'string', pattern: '^"\\d+"$' },
          },
        ]
      : []),
    ...(endpoint.creates
      ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
      : []),
  ]
  const body =
    endpoint.bytes === 'upload'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : endpoint.body && json(endpoint.body, 'input', schemas)
  const answer =
    endpoint.bytes === 'download'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : json(endpoint.response, 'output', schemas)
  return {
    operationId: name,
    summary: endpoint.summary,
    'x-may': endpoint.may,
    ...(endpoint.may === 'anyone' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      200: { description: 'Done', content: answer },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function json(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  return { 'application/json': { schema: toSchema(schema, io, schemas) } }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: Record<string, Json>): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = toSchema(schema, 'input', schemas) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Named schemas go to the components, once for what is sent and once for what is answered where the two differ. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const whole = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>
  }
  const { $defs = {}, $schema: _draft, ...rest } = whole
  const suffix = io === 'input' ? 'Input' : ''
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, `${inner.replace('#/$defs/', '#/components/schemas/')}${suffix}`]
          : [key, renamed(inner)],
      ),
    )
  }
  for (const [name, definition] of Object.entries($defs)) {
    const { $schema: _ignored, id: _id, ...body } = definition
    schemas[`${name}${suffix}`] = renamed(body) as Json
  }
  const { id: _own, ...top } = rest
  return renamed(top) as Json
}
