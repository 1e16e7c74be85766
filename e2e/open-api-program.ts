import assert from 'node:assert/strict'
import { z } from 'zod'

const Operation = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.object({
    200: z.object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) }),
  }),
})
const Document = z.object({
  openapi: z.string().startsWith('3.1'),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

type Json = Record<string, unknown>

export interface Program {
  /** Calls an operation by its id; checks the answer against the schema that the document declares. */
  call: (
    operationId: string,
    values?: { path?: Json; query?: Json; version?: number; body?: unknown; bytes?: Uint8Array },
  ) => Promise<Json>
  /** From now on with this bearer token instead of the cookie. */
  useToken: (token: string) => void
}

/** A client that knows nothing but the OpenAPI document of the server. */
export async function openApiProgram(address: string): Promise<Program> {
  const document = Document.parse(await (await fetch(`${address}/api/openapi.json`)).json())
  const base = address + (document.servers[0]?.url ?? '')
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [operation.operationId, { path, method: method.toUpperCase(), operation }] as const,
      ),
    ),
  )
  let cookie: string | undefined
  let token: string | undefined
  return {
    useToken: (given) => {
      token = given
      cookie = undefined
    },
    async call(operationId, { path: pathValues = {}, query = {}, version, body, bytes } = {}) {
      const found = operations.get(operationId)
      assert.ok(found, `the document lists no ${operationId}`)
      const { method, operation } = found
      const path = found.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(pathValues[name])))
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
      const headers: Record<string, string> = {}
      for (const parameter of operation.parameters) {
        if (parameter.in !== 'header') continue
        if (parameter.name === 'If-Match' && version !== undefined) headers['if-match'] = `"${version}"`
        else if (parameter.name === 'Idempotency-Key') headers['idempotency-key'] = crypto.randomUUID()
        else assert.ok(!parameter.required, `${operationId} demands ${parameter.name}`)
      }
      if (cookie !== undefined) headers['cookie'] = cookie
      if (token !== undefined) headers['authorization'] = `Bearer ${token}`
      const [contentType] = Object.keys(operation.requestBody?.content ?? {})
      if (contentType !== undefined) headers['content-type'] = contentType
      const payload = bytes ?? (contentType === 'application/json' ? JSON.stringify(body ?? {}) : null)
      const response = await fetch(`${base}${path}${search.size > 0 ? `?${search}` : ''}`, {
        method,
        headers,
        body: payload as BodyInit | null,
      })
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      const answer = (await response.json()) as Json
      assert.equal(response.status, 200, `${operationId}: ${JSON.stringify(answer)}`)
      checkAnswer(document, operationId, operation, answer)
      return answer
    },
  }
}

function checkAnswer(
  document: z.infer<typeof Document>,
  operationId: string,
  operation: z.infer<typeof Operation>,
  answer: unknown,
): void {
  const declared = operation.responses[200].content['application/json']?.schema
  assert.ok(declared, `${operationId} declares no answer`)
  const local = JSON.parse(
    JSON.stringify({ ...declared, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Json
  const checked = z.fromJSONSchema(local as never).safeParse(answer)
  assert.ok(
    checked.success,
    `${operationId} answers what its schema does not allow: ${JSON.stringify(checked.error?.issues)}`,
  )
}
