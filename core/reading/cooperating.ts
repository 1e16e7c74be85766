import type { Span } from '#core/reading/source-text.ts'
import type { Token } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'

/** Bodies behind "phối hợp với", "cùng với", "chủ trì cùng": they take part, the lead stays answerable. */
export function listCooperating(tokens: readonly Token[], from: number): Span[] {
  const out: Span[] = []
  for (let i = from; i < tokens.length; i++) {
    const low = tokens[i]?.low
    const second = tokens[i + 1]?.low
    let next = -1
    if (
      (low === 'phối' && second === 'hợp') ||
      (low === 'kết' && second === 'hợp') ||
      (low === 'hỗ' && second === 'trợ' && tokens[i - 2]?.low === 'hợp')
    ) {
      next = i + 2
      while (
        !tokens[next]?.capital &&
        /^(?:chặt|chẽ|đồng|bộ|tốt|hiệu|quả|có|thường|xuyên|chủ|động|,|và|hỗ|trợ|kịp|thời|tích|cực)$/u.test(
          tokens[next]?.low ?? '',
        ) &&
        next < i + 9
      )
        next++
      if (low === 'kết' && tokens[next]?.low !== 'với') next = -1
      else if (/^(?:với|cùng|voi)$/u.test(tokens[next]?.low ?? '')) next += tokens[next + 1]?.low === 'với' ? 2 : 1
    } else if (low === 'cùng' && second === 'với' && i <= from + 1) next = i + 2
    else if (low === 'trì' && (second === 'cùng' || second === 'với')) next = i + (tokens[i + 2]?.low === 'với' ? 3 : 2)
    else if (low === 'phối' && second === 'với') next = i + 2
    if (next < 0) continue
    const named = findNamedUnits(tokens, next, true)
    if (!named) continue
    out.push(...named.units)
    i = named.next - 1
  }
  return out
}
