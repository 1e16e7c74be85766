import { hash } from 'node:crypto'
import type { Id } from '#core/kernel/id.ts'

/** Name space of the demo, a fixed UUID drawn once. */
const NAME_SPACE = Buffer.from('6b1f0c52a0f14d7c9a5e3d0b8e27c4f1', 'hex').toString('latin1')

/**
 * The same key gives the same UUID on every machine, so that links into the demo stay valid and two runs can be compared.
 * Source: RFC 9562, section 5.5 (version 5: SHA-1 of name space and name).
 *
 * Keys are paths in ASCII: `unit/commune-body/00004`, `territory/75`, `person/lanhdao.bo`.
 */
export function stableId(key: string): Id {
  const hex = hash('sha1', Buffer.from(NAME_SPACE + key, 'latin1'), 'hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id
}
