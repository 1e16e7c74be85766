import type { CommitmentFields, ReadingNotes, Span, TargetFields } from '#core/directives/proposal.ts'
import type { ProposedCommitment, ProposedTarget, Reading } from '#core/reading/reading.ts'
import { splitNames } from '#core/units/split-names.ts'

/** What reading proposes, as it is kept: the fields, which a person may edit, and beside them what the machine saw. */
export type Proposed = {
  start: number
  end: number
  quote: string
  exhortation: boolean
  reading: ReadingNotes
  /** The passage of the reading in which it begins. */
  passage: string | null
} & ({ kind: 'commitment'; fields: CommitmentFields } | { kind: 'target'; fields: TargetFields })

/** Everything that a reading proposes. What the text says a second time is flagged `restatement`. */
export function listProposed({ commitments, targets }: Pick<Reading, 'commitments' | 'targets'>): Proposed[] {
  // Nothing can be decided about no words.
  return [...commitments.map(fromCommitment), ...targets.map(fromTarget)].filter(({ start, end }) => start < end)
}

function fromCommitment(one: ProposedCommitment): Proposed {
  const spans = [
    ...one.spans.lead.map((span) => ({ field: 'lead', ...span })),
    ...one.spans.cooperating.map((span) => ({ field: 'cooperating', ...span })),
    ...one.spans.monitor.map((span) => ({ field: 'monitor', ...span })),
    { field: 'action', ...one.spans.action },
    ...(one.spans.deadline ? [{ field: 'deadline', ...one.spans.deadline }] : []),
    ...(one.spans.deliverable ? [{ field: 'deliverable', ...one.spans.deliverable }] : []),
  ]
  const deadline = one.deadline && {
    text: phrase(one.deadline.text, one.quote, 500),
    kind: one.deadline.kind,
    iso: one.deadline.iso,
    ...(one.deadline.hour === undefined ? {} : { hour: one.deadline.hour }),
    ...(one.deadline.rule === undefined ? {} : { rule: one.deadline.rule.slice(0, 300) }),
    ...(one.deadline.event === undefined ? {} : { event: one.deadline.event.slice(0, 500) }),
  }
  return {
    kind: 'commitment',
    ...placeOf(one),
    exhortation: one.exhortation,
    fields: {
      action: phrase(one.action, one.quote, 2000),
      lead: names(one.lead),
      cooperating: names(one.cooperating),
      monitor: names(one.monitor),
      deliverable: one.deliverable === null ? null : phrase(one.deliverable, one.quote, 2000),
      deadline,
    },
    reading: {
      confidence: one.confidence,
      missing: one.missing,
      flags: [...one.flags, ...(one.conditional ? ['conditional'] : []), ...(one.restatement ? ['restatement'] : [])],
      spans,
      evidence: one.evidence,
    },
  }
}

function fromTarget(one: ProposedTarget): Proposed {
  const spans: Span[] = Object.entries(one.spans).flatMap(([field, span]) =>
    span ? [{ field, start: span.start, end: span.end }] : [],
  )
  return {
    kind: 'target',
    ...placeOf(one),
    exhortation: false,
    fields: {
      indicator: phrase(one.indicator, one.quote, 2000),
      direction: one.direction,
      comparator: one.comparator,
      value: one.value,
      valueMax: one.value_max,
      unit: one.unit.slice(0, 200).trim() || null,
      baseline: one.baseline?.slice(0, 400).trim() || null,
      due: one.due?.slice(0, 200).trim() || null,
    },
    reading: { confidence: one.confidence, missing: [], flags: [], spans, evidence: one.evidence },
  }
}

function placeOf({ start, end, quote, passage }: Pick<Proposed, 'start' | 'end' | 'quote' | 'passage'>) {
  return { start, end, quote, passage }
}

/** Hostile or garbled text can leave a field empty or endless; the sentence itself then stands in, and nothing is refused. */
function phrase(text: string, quote: string, length: number): string {
  return (text.trim() || quote.replace(/\s+/g, ' ').trim()).slice(0, length).trim() || '?'
}

function names(written: readonly string[]): string[] {
  return written
    .flatMap((name) => splitNames(name))
    .map((name) => name.trim().slice(0, 400).trim())
    .filter((name) => name !== '')
    .slice(0, 100)
}
