import type { PlainDate } from '#core/kernel/plain-date.ts'
import { typeAt, typeOfSymbol } from '#core/reading/document-types.ts'
import { listRelations } from '#core/reading/relations.ts'
import { sourceText } from '#core/reading/source-text.ts'

/** A directive as a line of a table names it. */
export interface NamedDirective {
  symbol: string
  type: string
  issuedOn: PlainDate | null
  issuer: string | null
  subject: string
}

const ISSUER = /^,? ?của (.+?)(?=,? (?:về|v\/v|ngày|phê duyệt|ban hành|triển khai|thực hiện)(?: |$)|[;:(]|$)/iu
const SUBJECT = /(?:về việc|về|v\/v) (.+)$/isu

/** "I. Chỉ thị số 12/CT-UBND ngày 05/01/2026 của UBND tỉnh về …": the document, or undefined where the line names none. */
export function readNamedDirective(line: string): NamedDirective | undefined {
  const source = sourceText(line.replace(/\s+/gu, ' ').trim())
  const [named] = listRelations(source, [], undefined)
  if (!named) return undefined
  const behind = source.flat.slice(named.span.end)
  const before = source.low.slice(named.span.start)
  const type = typeAt(before) ?? typeOfSymbol(named.symbol)
  const issuer = ISSUER.exec(behind)?.[1]?.trim() ?? null
  const subject = SUBJECT.exec(behind)?.[1]?.replace(/[\s.;:,]+$/u, '')
  return {
    symbol: named.symbol,
    type,
    issuedOn: named.date,
    issuer: issuer === null ? null : issuer.slice(0, 300),
    subject: (subject ?? source.flat.slice(named.span.start)).slice(0, 2000),
  }
}

/** How high a heading stands: A. above I. above 1., and what is not numbered below all. */
export function headingLevel(line: string): number {
  if (/^(?:phần|chương)\s/iu.test(line)) return 0
  if (/^[IVXL]+(?:[.)/-]|\s|$)/u.test(line)) return 2
  if (/^[A-HK-UY](?:[.)/-]|\s*$)/u.test(line)) return 1
  return /^\d+(?:\.\d+)*[.)/\s-]/u.test(line) ? 3 : 4
}
