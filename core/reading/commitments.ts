import { actionSpan } from '#core/reading/action.ts'
import type { Draft, DraftContext } from '#core/reading/draft.ts'
import { type FoundTime, LEAST_WEIGHT } from '#core/reading/deadline.ts'
import { shares } from '#core/reading/fit-points.ts'
import type { Points } from '#core/reading/points.ts'
import type {
  CommitmentFlag,
  Evidence,
  Missing,
  Passage,
  ProposedCommitment,
  ProposedDeadline,
} from '#core/reading/reading.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import { type SourceText, type Span, wording } from '#core/reading/source-text.ts'
import { featuresOf, type Features, VERDICTS } from '#core/reading/weighing.ts'
import { findDeliverable } from '#core/reading/deliverable.ts'

export interface Weighed {
  draft: Draft
  nothing: number
  exhorts: number
  orders: number
  features: Features
  points: Points
}

/** Below this a draft is not proposed at all. */
const LEAST = 0.35
/** An exhortation taken for a task costs an office more than a task left for a person to add. */
const ODDS_AGAINST_EXHORTATION = 1.9

/** More than all other features together can say. */
const DECIDES = 50
/** What the office says of its own words weighs as much as a subject and a date together, and less than a set phrase. */
const TAUGHT_ORDER = 3

export function weigh(context: DraftContext, draft: Draft, points: Points): Weighed {
  const outlined = context.outlined[draft.paragraph]
  const features = outlined ? featuresOf(context.source, draft, outlined) : {}
  const sums: [number, number, number] = [0, 0, 0]
  for (const [name, value] of Object.entries(features)) {
    const verdict = VERDICTS[name]
    if (verdict !== undefined) sums[verdict] += DECIDES
    const mine = points[name]
    if (!mine || value === 0) continue
    for (const i of [0, 1, 2] as const) sums[i] += mine[i] * value
  }
  if (opensTaught(draft)) sums[2] += TAUGHT_ORDER
  const [nothing = 0, exhorts = 0, orders = 0] = shares(sums)
  return { draft, nothing, exhorts, orders, features, points }
}

export function toCommitment(
  context: DraftContext,
  weighed: Weighed,
  passages: readonly Passage[],
): ProposedCommitment | undefined {
  const { draft, orders, exhorts, nothing } = weighed
  const { source } = context
  const exhortation = exhorts * ODDS_AGAINST_EXHORTATION >= orders && exhorts > nothing
  if (!exhortation && (orders < LEAST || exhorts * ODDS_AGAINST_EXHORTATION >= orders)) return undefined
  const time = chooseTime(draft)
  const action = actionSpan(source, draft, time)
  const deliverable = draft.product ?? findDeliverable(source, action)
  const deadline = time ? toDeadline(source, time) : null
  const inside = (s: Span): boolean => s.start >= draft.start && s.end <= draft.end
  const lead = draft.lead.map((s) => trimName(source, s))
  const missing: Missing[] = []
  if (lead.length === 0) missing.push('lead')
  if (!deliverable) missing.push('deliverable')
  if (!deadline) missing.push('deadline')
  return {
    quote: source.text.slice(draft.start, draft.end),
    start: draft.start,
    end: draft.end,
    passage: passages[draft.paragraph]?.id ?? null,
    lead: lead.map((s) => wording(source, s)),
    cooperating: draft.cooperating.map((s) => wording(source, s)),
    monitor: draft.monitor.map((s) => wording(source, trimName(source, s))),
    action: wording(source, action),
    deliverable: deliverable ? wording(source, deliverable) : null,
    deadline,
    exhortation,
    conditional: draft.frame.conditional,
    restatement: false,
    lead_in_quote: lead.length > 0 && lead.every(inside),
    deadline_in_quote: time !== undefined && inside(time),
    confidence: Math.round((exhortation ? exhorts : orders) * 100) / 100,
    missing,
    flags: flagsOf(source, lead),
    spans: {
      lead,
      cooperating: draft.cooperating.map(plain),
      monitor: draft.monitor.map(plain),
      action,
      deadline: time ? plain(time) : null,
      deliverable: deliverable ? plain(deliverable) : null,
    },
    evidence: evidenceOf(weighed, time),
  }
}

const POINTS_ELSEWHERE =
  /^[\s,]*(?:(?:đã )?(?:được )?(?:nêu|nói|kể|liệt kê) (?:ở )?(?:trên|tại|trong)|có tên (?:nêu |ở |tại |trong )|(?:theo|trong|tại) (?:danh sách|danh mục|phụ lục)|sau đây|dưới đây)/u

function flagsOf(source: SourceText, lead: readonly Span[]): CommitmentFlag[] {
  const elsewhere = lead.some((s) => POINTS_ELSEWHERE.test(source.low.slice(s.end, s.end + 40)))
  return [...(lead.length > 1 ? (['two-leads'] as const) : []), ...(elsewhere ? (['named-above'] as const) : [])]
}

function plain(s: Span): Span {
  return { start: s.start, end: s.end }
}

function trimName(source: SourceText, s: Span): Span {
  return bareSpan(source, s)
}

/** A dated deadline beats a rhythm, a rhythm beats "khẩn trương"; the time of the heading only holds where the piece has none. */
export function chooseTime(draft: Draft): FoundTime | undefined {
  const usable = draft.times.filter((t) => t.weight >= LEAST_WEIGHT)
  return usable[0] ?? draft.inheritedTime ?? draft.times.find((t) => t.weight === LEAST_WEIGHT - 1)
}

function toDeadline(source: SourceText, time: FoundTime): ProposedDeadline {
  return {
    text: wording(source, time),
    kind: time.kind,
    iso: time.iso,
    ...(time.rule !== null && { rule: time.rule }),
    ...(time.event !== null && { event: time.event }),
    ...(time.hour !== null && { hour: time.hour }),
    ...(time.startsOn !== null && { start: time.startsOn }),
    ...(time.startsOn !== null && time.iso !== null && { end: time.iso }),
  }
}

/** What the office's dictionary had a part in. */
function taughtOf({ draft, features }: Weighed): Evidence[] {
  const { tokens } = draft
  const named = tokens.some(
    (t) => t.name !== undefined && draft.lead.some((s) => s.start <= t.start && t.start < s.end),
  )
  return [
    ...(named ? [{ field: 'lead', rule: 'dictionary-unit' }] : []),
    ...(opensTaught(draft) ? [{ field: 'task', rule: 'dictionary-order' }] : []),
    ...(features['dictionary-exhortation'] ? [{ field: 'task', rule: 'dictionary-exhortation' }] : []),
  ]
}

/** Whether the words that order are the dictionary's. */
function opensTaught({ tokens, frame }: Draft): boolean {
  if (frame.order === undefined) return false
  const at = tokens.findIndex((t) => t.order !== undefined)
  const words = tokens.slice(at, at + (tokens[at]?.order ?? 0)).map((t) => t.low)
  return at >= 0 && words.join(' ') === frame.order
}

function evidenceOf(weighed: Weighed, time: FoundTime | undefined): Evidence[] {
  const { draft, features, points } = weighed
  const reasons = Object.entries(features)
    .filter(([name, value]) => value > 0 && name !== 'bias')
    .map(([name, value]) => {
      const [nothing, , orders] = points[name] ?? [0, 0, 0]
      return { name, weight: (orders - nothing) * value }
    })
    .filter((r) => Math.abs(r.weight) >= 0.3)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 4)
  return [
    { field: 'lead', rule: draft.leadFrom },
    ...(time ? [{ field: 'deadline', rule: time.form }] : []),
    ...taughtOf(weighed),
    ...reasons.map((r) => ({ field: 'task', rule: `${r.weight > 0 ? '+' : '-'} ${r.name}` })),
  ]
}
