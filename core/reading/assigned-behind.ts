import { listCooperating } from '#core/reading/cooperating.ts'
import type { FoundTime } from '#core/reading/deadline.ts'
import type { Draft, Piece } from '#core/reading/draft.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { listTokens, type Token } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'

/** All that may follow the names where a sentence or bracket only says who does what stands before it. */
const ONLY_PRESIDES =
  /^(?:là (?:cơ quan|đơn vị|đầu mối) )?(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|làm đầu mối|thực hiện|tham mưu|triển khai|tổ chức)?(?: (?:tham mưu|thực hiện|triển khai|tổ chức thực hiện|triển khai thực hiện|nội dung này|việc này|nhiệm vụ này))*$/u
const PRESIDES = /(?:^| )(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|thực hiện|tham mưu)(?: |$)/u

/** Who presides and who takes part, where the tokens name nothing else. */
function readAssigned(tokens: readonly Token[], at: number) {
  const named = findNamedUnits(tokens, at)
  if (!named) return undefined
  const rest = tokens.slice(named.next)
  const stop = rest.findIndex(
    (t, i) => t.low === ',' || t.low === ';' || (t.low === 'phối' && rest[i + 1]?.low === 'hợp'),
  )
  const verb = rest
    .slice(0, stop < 0 ? rest.length : stop)
    .map((t) => t.low)
    .join(' ')
  if (!ONLY_PRESIDES.test(verb)) return undefined
  const tail = rest.slice(Math.max(0, stop))
  const together = stop < 0 ? [] : listCooperating(tokens, named.next)
  const end = together.at(-1)?.end ?? named.units.at(-1)?.end ?? 0
  return {
    lead: named.units,
    cooperating: together,
    presides: PRESIDES.test(verb),
    rest: stop < 0 ? [] : tail.filter((t) => t.start >= end),
  }
}

/** "… cây trồng. Giao Phòng Nông nghiệp chủ trì.": a sentence that only says who does what the one before asks for. */
export function assignsBefore(source: SourceText, piece: Piece, before: Draft | undefined, paragraph: number): boolean {
  if (!before || before.paragraph !== paragraph || before.leadFrom === 'clause' || piece.end - piece.start > 200)
    return false
  const { tokens } = piece
  let at = tokens[0]?.low === 'giao' || tokens[0]?.low === 'phân' ? 1 : 0
  if (tokens[at]?.low === 'công' || tokens[at]?.low === 'cho') at++
  const assigned = readAssigned(tokens, at)
  if (!assigned?.presides || assigned.rest.some((t) => t.kind === 'word')) return false
  before.lead = assigned.lead
  before.leadFrom = 'same-paragraph'
  before.cooperating = [...before.cooperating, ...assigned.cooperating]
  before.end = bareSpan(source, piece).end
  return true
}

/** "Tổng hợp kết quả giải ngân (Phòng Tài chính chủ trì, xong trước ngày 10/7)": who does it stands in a bracket at the end. */
export function findBracketed(
  source: SourceText,
  piece: Span,
  times: readonly FoundTime[],
): { lead: Span[]; cooperating: Span[] } | undefined {
  const span = bareSpan(source, piece)
  if (source.flat.charAt(span.end - 1) !== ')') return undefined
  const open = source.flat.lastIndexOf('(', span.end)
  if (open <= span.start || span.end - open > 300) return undefined
  const tokens = listTokens(source, open + 1, span.end - 1)
  const assigned = readAssigned(tokens, 0)
  const timed = times.some((t) => t.start > open && t.weight >= 60)
  return assigned && (assigned.presides || timed) ? assigned : undefined
}
