import { Phrases, type Token } from '#core/reading/tokens.ts'
import { CONCRETE_VERBS, makesNoun, SOFT_VERBS, VERB_MODIFIERS } from '#core/reading/vocabulary.ts'

/** Verbs that are concrete only by their object: alone they leave nothing to check. */
const WEAK_VERBS = new Phrases({
  weak: `triển khai|thực hiện|chỉ đạo|lãnh đạo|phối hợp|bảo đảm|đảm bảo|quản lý|quán triệt|phòng|chống|phòng chống|phòng ngừa|đấu tranh|ngăn chặn|khai thác|sử dụng|tạo|có|làm|chủ trì|khắc phục|xác định|bảo vệ|tham gia|hạn chế|tránh|không để|kịp thời|khuyến khích|động viên|ưu tiên|phát hiện|tận dụng|thu hút|đổi|mở|đưa|giữ|nắm|học tập|tính|thường trực|giúp|đầu tư|là cơ quan|thu|chi`,
})
/** Verbs at the head of the predicate and of its parts (behind "," ";" "và"), by strength. */
export function countVerbs(
  tokens: readonly Token[],
  predicate: number,
): { first: string; last: string; strong: number; soft: number; weak: number } {
  const counts = { first: 'none', last: 'none', strong: 0, soft: 0, weak: 0 }
  let expect = true
  for (let i = predicate; i < tokens.length; i++) {
    const low = tokens[i]?.low ?? ''
    if (/^(?:để|nhằm|góp)$/u.test(low) && counts.first !== 'none') {
      // What an act is good for is no act.
      while (i + 1 < tokens.length && !/^[;.]$/u.test(tokens[i + 1]?.low ?? '')) i++
      continue
    }
    if (low === ',' || low === ';' || low === 'và' || low === ':' || low === '.') {
      expect = true
      continue
    }
    if (!expect || tokens[i]?.kind === 'sign') continue
    if (low === 'chịu' && followsVerb(tokens, i + 3)) {
      // "chịu trách nhiệm theo dõi …": the duty is the verb behind.
      i += 2
      continue
    }
    const soft = SOFT_VERBS.findAt(tokens, i)
    const concrete = CONCRETE_VERBS.findAt(tokens, i)
    const modifier = VERB_MODIFIERS.findAt(tokens, i)
    const next = Math.max(soft?.length ?? 0, concrete?.length ?? 0)
    if (
      modifier &&
      modifier.length >= next &&
      i + modifier.length < tokens.length &&
      followsVerb(tokens, i + modifier.length)
    ) {
      i += modifier.length - 1
      continue
    }
    if (next > 0) {
      const kind =
        soft && soft.length >= (concrete?.length ?? 0)
          ? 'soft'
          : WEAK_VERBS.findAt(tokens, i)?.length === concrete?.length
            ? 'weak'
            : 'strong'
      if (counts.first === 'none') counts.first = kind
      counts[kind]++
      counts.last = kind
      i += next - 1
    } else if (counts.first === 'none' && i < predicate + 12) continue
    expect = counts.first === 'none'
  }
  return counts
}

function followsVerb(tokens: readonly Token[], at: number): boolean {
  if (makesNoun(tokens[at]?.low ?? '', tokens[at - 1]?.low ?? '')) return false
  return (
    SOFT_VERBS.has(tokens, at) ||
    CONCRETE_VERBS.has(tokens, at) ||
    VERB_MODIFIERS.has(tokens, at) ||
    tokens[at]?.low === ','
  )
}
