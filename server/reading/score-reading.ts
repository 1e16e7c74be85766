import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fold } from '#core/kernel/fold.ts'
import { type Example, fitPoints } from '#core/reading/fit-points.ts'
import type { Points } from '#core/reading/points.ts'
import { listWeighed } from '#core/reading/read-directive.ts'
import { VERDICTS } from '#core/reading/weighing.ts'
import type { Reading } from '#core/reading/reading.ts'

/** What a person marked in one document; the fields that the score uses. */
export interface Labels {
  /** Documents of one group say much the same: none of them is judged by points fitted on another one. */
  group?: string | null
  commitments: {
    start: number
    end: number
    lead: string[]
    cooperating: string[]
    deadline: { iso: string | null; kind: string | null } | null
    exhortation: boolean
    restatement?: boolean
  }[]
  targets: {
    start: number
    end: number
    value: number
    comparator: string | null
    direction: string
    unit: string | null
    restatement?: boolean
  }[]
}

interface Span {
  start: number
  end: number
}

/** Whether a proposal said at `confidence` holds; those that fall on an exhortation or on a repetition say nothing. */
export interface Judged {
  confidence: number
  holds: boolean
}

export interface Tally {
  documents: number
  quotesNotExact: number
  commitments: { hit: number; false: number; missed: number }
  targets: { hit: number; false: number; missed: number }
  fields: Record<
    'lead' | 'cooperating' | 'date' | 'kind' | 'comparator' | 'direction' | 'unit',
    { sum: number; n: number }
  >
  exhortations: { taken: number; n: number }
  judged: Judged[]
}

export function emptyTally(): Tally {
  const none = () => ({ sum: 0, n: 0 })
  return {
    documents: 0,
    quotesNotExact: 0,
    commitments: { hit: 0, false: 0, missed: 0 },
    targets: { hit: 0, false: 0, missed: 0 },
    fields: {
      lead: none(),
      cooperating: none(),
      date: none(),
      kind: none(),
      comparator: none(),
      direction: none(),
      unit: none(),
    },
    exhortations: { taken: 0, n: 0 },
    judged: [],
  }
}

/** A text with what a person marked in it. */
export interface LabelledDirective {
  name: string
  text: string
  labels: Labels
}

/** The pairs NNN.txt and NNN.json of a folder, in the order of their names; empty where there is no such folder. */
export function listLabelled(folder: string): LabelledDirective[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /^\d+\.json$/u.test(name))
  return names.toSorted().map((name) => ({
    name: basename(name, '.json'),
    text: readFileSync(join(folder, name.replace('.json', '.txt')), 'utf8'),
    labels: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Labels,
  }))
}

/** Of what weighs too little to have been seen often, the penalty keeps the points small. */
const PENALTY = 1

/** The points that the examples of these directives ask for. */
export function fitReading(directives: readonly LabelledDirective[]): Points {
  return fitPoints(directives.flatMap(listExamples), PENALTY)
}

/** Each directive with points fitted on all those of other groups: how it reads to one who never saw it. */
export function listHeldOut(
  directives: readonly LabelledDirective[],
): { directive: LabelledDirective; points: Points }[] {
  const groups = Map.groupBy(directives, ({ labels, name }) => labels.group ?? name)
  const examples = new Map(directives.map((directive) => [directive, listExamples(directive)]))
  return [...groups.values()].flatMap((group) => {
    const others = directives.filter((d) => !group.includes(d)).flatMap((d) => examples.get(d) ?? [])
    const points = fitPoints(others, PENALTY)
    return group.map((directive) => ({ directive, points }))
  })
}

/** What may order something, with what it does by the labels; pieces that only repeat a label teach nothing. */
function listExamples({ text, labels }: LabelledDirective): Example[] {
  const weighed = listWeighed(text).filter((w) => Object.keys(VERDICTS).every((name) => !w.features[name]))
  const pieces = weighed.map(({ draft, features }) => ({ start: draft.start, end: draft.end, features }))
  const paired = new Map(pairSpans(labels.commitments, pieces).map(([label, piece]) => [piece, label]))
  return pieces.flatMap((piece): Example[] => {
    const label = paired.get(piece)
    if (label) {
      return label.restatement ? [] : [{ features: piece.features, outcome: label.exhortation ? 1 : 2 }]
    }
    const near = labels.commitments.filter((l) => shareOfShorter(l, piece) >= 0.6)
    if (near.some((l) => l.restatement)) return []
    return [{ features: piece.features, outcome: near.some((l) => l.exhortation) ? 1 : 0 }]
  })
}

/** Adds one document to the tally. The rules are those under which the labels were made: spans count as one when they share 60 % of the shorter and 30 % of the longer. */
export function score(tally: Tally, labels: Labels, reading: Reading): void {
  tally.documents++
  tally.quotesNotExact += [...reading.commitments, ...reading.targets].filter(
    (p) => reading.text.slice(p.start, p.end) !== p.quote,
  ).length
  scoreCommitments(tally, labels.commitments, reading)
  scoreTargets(tally, labels.targets, reading)
}

function scoreCommitments(tally: Tally, labels: Labels['commitments'], reading: Reading): void {
  const tasks = labels.filter((l) => !l.exhortation && !l.restatement)
  const neutral = labels.filter((l) => l.exhortation || l.restatement)
  const proposed = reading.commitments.filter((c) => !c.exhortation)
  const pairs = pairSpans(tasks, proposed)
  for (const [label, proposal] of pairs) {
    add(tally.fields.lead, namesF1(label.lead, proposal.lead))
    add(tally.fields.cooperating, namesF1(label.cooperating, proposal.cooperating))
    add(tally.fields.kind, (label.deadline?.kind ?? null) === (proposal.deadline?.kind ?? null) ? 1 : 0)
    const [due, said] = [label.deadline?.iso ?? null, proposal.deadline?.iso ?? null]
    if (due !== null || said !== null) add(tally.fields.date, due === said ? 1 : 0)
  }
  const taken = new Set(pairs.map(([, proposal]) => proposal))
  tally.commitments.hit += pairs.length
  tally.commitments.missed += tasks.length - pairs.length
  for (const proposal of proposed) {
    const onNeutral = !taken.has(proposal) && neutral.some((n) => shareOfShorter(n, proposal) >= 0.6)
    if (onNeutral) continue
    if (!taken.has(proposal)) tally.commitments.false++
    tally.judged.push({ confidence: proposal.confidence, holds: taken.has(proposal) })
  }
  const mere = labels.filter((l) => l.exhortation && !l.restatement)
  tally.exhortations.n += mere.length
  tally.exhortations.taken += mere.filter((m) =>
    proposed.some((p) => !taken.has(p) && shareOfShorter(m, p) >= 0.6),
  ).length
}

function scoreTargets(tally: Tally, labels: Labels['targets'], reading: Reading): void {
  const firm = labels.filter((l) => !l.restatement)
  const repeated = labels.filter((l) => l.restatement)
  const pairs = pairSpans(firm, reading.targets)
  const right = pairs.filter(([label, proposal]) => Number(label.value) === proposal.value)
  for (const [label, proposal] of right) {
    add(tally.fields.comparator, (label.comparator ?? null) === proposal.comparator ? 1 : 0)
    add(tally.fields.direction, label.direction === proposal.direction ? 1 : 0)
    add(tally.fields.unit, fold(label.unit ?? '') === fold(proposal.unit) ? 1 : 0)
  }
  const paired = new Set(pairs.map(([, proposal]) => proposal))
  const echoes = reading.targets.filter((t) => !paired.has(t) && repeated.some((r) => shared(r, t) > 0)).length
  tally.targets.hit += right.length
  tally.targets.missed += firm.length - right.length
  tally.targets.false += reading.targets.length - right.length - echoes
}

function add(field: { sum: number; n: number }, value: number): void {
  field.sum += value
  field.n++
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function shareOfShorter(a: Span, b: Span): number {
  return shared(a, b) / Math.min(a.end - a.start, b.end - b.start)
}

/** One to one, the closest first. */
function pairSpans<L extends Span, P extends Span>(labels: readonly L[], proposals: readonly P[]): [L, P][] {
  const close: { label: L; proposal: P; share: number }[] = []
  for (const label of labels) {
    for (const proposal of proposals) {
      const longer = Math.max(label.end - label.start, proposal.end - proposal.start)
      const share = shared(label, proposal) / longer
      if (share >= 0.3 && shareOfShorter(label, proposal) >= 0.6) close.push({ label, proposal, share })
    }
  }
  close.sort((a, b) => b.share - a.share)
  const labelled = new Set<L>()
  const used = new Set<P>()
  const pairs: [L, P][] = []
  for (const { label, proposal } of close) {
    if (labelled.has(label) || used.has(proposal)) continue
    labelled.add(label)
    used.add(proposal)
    pairs.push([label, proposal])
  }
  return pairs
}

function words(name: string): Set<string> {
  return new Set(
    fold(name)
      .replace(/\bubnd\b/gu, 'uy ban nhan dan')
      .split(' '),
  )
}

/** Two names are one body when they share three words in five. */
function sameName(a: string, b: string): boolean {
  const [A, B] = [words(a), words(b)]
  const both = [...A].filter((w) => B.has(w)).length
  return both / (A.size + B.size - both) >= 0.6
}

function namesF1(labels: readonly string[], proposals: readonly string[]): number {
  if (labels.length === 0 && proposals.length === 0) return 1
  const rest = [...proposals]
  let hits = 0
  for (const label of labels) {
    const at = rest.findIndex((name) => sameName(label, name))
    if (at < 0) continue
    rest.splice(at, 1)
    hits++
  }
  return hits === 0 ? 0 : (2 * hits) / (labels.length + proposals.length)
}

export function rates({ hit, false: wrong, missed }: { hit: number; false: number; missed: number }) {
  const precision = hit / (hit + wrong || 1)
  const recall = hit / (hit + missed || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}
