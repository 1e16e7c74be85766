import type { Token } from '#core/reading/tokens.ts'
import { BARE_TITLES, CONTINUING, PLURALS } from '#core/reading/unit-words.ts'

/** "sở, ngành …", "Bộ, ngành …": a class named without "các". */
export function opensClass(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[from]?.kind === 'number') return true
  const found = CONTINUING.findAt(tokens, from)
  return found !== undefined && (!tokens[from]?.capital || found.length === at - from)
}

export function classEndingAt(tokens: readonly Token[], at: number): string | undefined {
  for (const back of [1, 2, 3]) {
    const found = CONTINUING.findAt(tokens, at - back)
    if (found?.length === back && (back > 1 || !tokens[at - back]?.capital)) return found.tag
  }
  return undefined
}

/** "Bộ Công an" is a proper name, "các bộ" a class. */
export function namesProper(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]
  if (!first || PLURALS.has(first.low)) return false
  for (let i = from + 1; i < to; i++) if (tokens[i]?.capital) return true
  return false
}

/** "các Bộ: Quốc phòng, Công an", "UBND các tỉnh: …": several are meant, and their names may follow. */
export function namesClass(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PLURALS.has(tokens[i]?.low ?? '')) return true
  return false
}

/** "sở - ngành", "quận - huyện". */
export function joinsClasses(tokens: readonly Token[], at: number): boolean {
  return CONTINUING.has(tokens, at + 1) && CONTINUING.has(tokens, at - 1)
}

export function isBareTitle(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 3) return false
  return BARE_TITLES.has(
    tokens
      .slice(from, to)
      .map((t) => t.low)
      .join(' '),
  )
}

/** "Phòng Công tác Đảng và công tác chính trị": what the name begins with is said again behind "và". */
export function repeatsWord(tokens: readonly Token[], from: number, at: number): boolean {
  const pair = (i: number): string => `${tokens[i]?.low ?? ''} ${tokens[i + 1]?.low ?? ''}`
  for (let i = from + 1; i < at - 1 && i < from + 8; i++)
    if (tokens[i]?.capital && pair(i) === pair(at + 1)) return true
  return false
}
