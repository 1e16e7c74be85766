import { z } from 'zod'
import type { AnyEndpoint } from '#core/kernel/endpoint.ts'
import { fail } from '#server/http/refusal.ts'

interface Issue {
  path: string
  message: string
}

interface Parts {
  params: unknown
  query: unknown
  body: unknown
}

/** The parts of a request as the contract declares them, all text in NFC, or a refusal that names each wrong field. */
export function readInput(endpoint: AnyEndpoint, parts: Parts): Parts {
  const issues: Issue[] = []
  const read = (name: keyof Parts, schema: z.ZodType | undefined): unknown => {
    if (!schema) return undefined
    const parsed = schema.safeParse(normalized(parts[name] ?? {}, [name], issues))
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) issues.push({ path: [name, ...path].join('.'), message })
    return undefined
  }
  const params = read('params', endpoint.params)
  // A malformed id names nothing that exists.
  if (issues.length > 0) fail({ code: 'request/not_found', what: 'id' })
  const query = read('query', endpoint.query)
  const body = endpoint.bytes === 'upload' ? undefined : read('body', endpoint.body)
  if (issues.length > 0) fail({ code: 'request/invalid', issues })
  return { params, query, body }
}

/** TCVN 6909:2001 allows composed and decomposed letters; stored is the composed form. No database text holds U+0000. */
function normalized(value: unknown, path: (string | number)[], issues: Issue[]): unknown {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) issues.push({ path: path.join('.'), message: 'U+0000' })
    return value.normalize('NFC')
  }
  if (Array.isArray(value)) return value.map((item, index) => normalized(item, [...path, index], issues))
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, normalized(inner, [...path, key], issues)]),
  )
}
