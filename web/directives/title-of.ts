import type { DirectiveHead } from '#core/directives/directive.ts'
import { capitalised } from '#core/kernel/capitalised.ts'

/** "Kế hoạch 512/KH-BPTCS ngày 16/11/2026": how a directive is called. */
export function titleOf(
  head: Pick<DirectiveHead, 'type' | 'symbol' | 'issuedOn' | 'subject'>,
  day: (day: string) => string,
  untitled: string,
): string {
  if (head.symbol === null) return head.subject || untitled
  const dated = head.issuedOn === null ? '' : ` ngày ${day(head.issuedOn)}`
  return capitalised(`${head.type ?? ''} ${head.symbol}${dated}`.trim())
}
