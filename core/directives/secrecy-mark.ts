import { z } from 'zod'
import type { Secrecy } from '#core/directives/directive.ts'

/** How far into a document the stamp of its grade can stand: beside or under its number. */
const HEAD = 2000
const GRADES: Readonly<Record<string, Secrecy>> = {
  'tuyệt mật': 'top-secret',
  'tối mật': 'secret',
  mật: 'confidential',
}
/** A line of its own, or the left of two columns; "Độ mật: Mật" where the stamp is written out. */
const MARK =
  /(?:^|\n)[ \t*]*(?:Độ mật *: *(TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)|(TUYỆT MẬT|TỐI MẬT|MẬT))[*]*(?=[ \t]*(?:$|\n)|[ \t]{2,}|\t)/u

/** The grade that a document says it has; null where it bears no stamp. What it says must not be kept here. */
export function findSecrecyMark(text: string): Secrecy | null {
  const found = MARK.exec(text.slice(0, HEAD).normalize('NFC'))
  return GRADES[(found?.[1] ?? found?.[2] ?? '').toLowerCase()] ?? null
}

/**
 * Why words that look like a stamp are none: they are quoted, or belong to a form. The machine finds them, a person decides; who said so and why
 * stands in the journal with what was kept.
 */
export const NotSecret = z.string().trim().min(1).max(500)

/** What the journal keeps of it. */
export interface Cleared {
  secrecy: Secrecy
  notSecret: string
}
