import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { Metadata, ProposedCommitment, ProposedTarget, Reading } from '#core/reading/reading.ts'
import { splitNames } from '#core/units/split-names.ts'
import type { Request } from '#server/http/mount.ts'

export interface Intake {
  text: string
  fileId: Id | null
  fileName: string | null
  ownerId: Id
  receivedOn: PlainDate
  separateParts: boolean
}

/** Symbol and issuer as they are compared: the same twice is said. Null where the symbol is not known. */
export function identityKey(head: { symbol: string | null; issuer: string | null }): string {
  return head.symbol ? `${fold(head.symbol)}|${fold(head.issuer ?? '')}` : ''
}

export function directiveFolded(head: {
  symbol: string | null
  issuer: string | null
  subject: string
  signerName: string | null
}): string {
  return fold(
    `${head.symbol ?? ''} ${head.symbol?.replace(/\D/g, '') ?? ''} ${head.issuer ?? ''} ${head.subject} ${head.signerName ?? ''}`,
  )
}

/** What the machine reads of the head; a person corrects it afterwards. */
export function headOf(metadata: Metadata, text: string, fileName: string | null) {
  const firstLine =
    text
      .split('\n')
      .find((line) => line.trim().length > 3)
      ?.trim() ?? ''
  const subject = metadata.subject?.value ?? (fileName?.replace(/\.\w+$/, '') || firstLine || '?')
  return {
    symbol: metadata.symbol?.value.slice(0, 300) ?? null,
    type: metadata.type?.value ?? null,
    issuer: metadata.issuer?.value.slice(0, 300) ?? null,
    place: metadata.place?.value.slice(0, 300) ?? null,
    issuedOn: metadata.issuedOn?.value ?? null,
    subject: subject.slice(0, 2000),
    signerName: metadata.signer?.name.slice(0, 300) ?? null,
    signerPosition: metadata.signer?.position.slice(0, 300) ?? null,
    urgency: metadata.urgency?.value ?? null,
  }
}

/** Rows of one insert: well under the 65,535 parameters of the protocol. */
const BATCH = 2000

/** Stores a directive with its text, passages and proposals: one command. */
export async function registerDirective(
  { tx, actor, now, newId, record }: Pick<Request<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'record'>,
  intake: Intake,
  reading: Reading = readDirective(intake.text),
): Promise<Id> {
  const id = newId()
  const head = headOf(reading.metadata, reading.text, intake.fileName)
  await tx
    .insertInto('directive')
    .values({
      id,
      ...head,
      receivedOn: intake.receivedOn,
      separateParts: intake.separateParts,
      fileId: intake.fileId,
      ownerId: intake.ownerId,
      registeredBy: actor.personId,
      registeredAt: now,
      folded: directiveFolded(head),
      identityKey: identityKey(head),
      version: 1,
    })
    .execute()
  await tx.insertInto('directiveText').values({ directiveId: id, text: reading.text }).execute()
  const passageIds = new Map(reading.passages.map((passage) => [passage.id, newId()]))
  const passages = reading.passages.map((passage, ordinal) => ({
    id: passageIds.get(passage.id) ?? newId(),
    directiveId: id,
    ordinal,
    kind: passage.kind,
    label: passage.label || null,
    citation: passage.citation,
    startAt: passage.start,
    endAt: passage.end,
    level: passage.level,
    parentId: passage.parent === null ? null : (passageIds.get(passage.parent) ?? null),
  }))
  for (let from = 0; from < passages.length; from += BATCH)
    await tx
      .insertInto('passage')
      .values(passages.slice(from, from + BATCH))
      .execute()
  const passageOf = (local: string | null) => (local === null ? null : (passageIds.get(local) ?? null))
  const proposals = [
    ...reading.commitments
      .filter((one) => !one.restatement)
      .map((one) => ({ ...commitmentRow(one), passageId: passageOf(one.passage) })),
    ...reading.targets.map((one) => ({ ...targetRow(one), passageId: passageOf(one.passage) })),
  ].map((row) => ({ id: newId(), directiveId: id, origin: 'machine', version: 1, ...row }))
  for (let from = 0; from < proposals.length; from += BATCH)
    await tx
      .insertInto('proposal')
      .values(proposals.slice(from, from + BATCH))
      .execute()
  await record({
    command: 'directive.register',
    kind: 'directive',
    id,
    data: { symbol: head.symbol, proposals: proposals.length },
  })
  await record(...proposals.map((row) => ({ command: 'proposal.propose', kind: 'proposal' as const, id: row.id })))
  return id
}

function commitmentRow(one: ProposedCommitment) {
  const spans = [
    ...one.spans.lead.map((span) => ({ field: 'lead', ...span })),
    ...one.spans.cooperating.map((span) => ({ field: 'cooperating', ...span })),
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
    startAt: one.start,
    endAt: one.end,
    exhortation: one.exhortation,
    fields: JSON.stringify({
      action: phrase(one.action, one.quote, 2000),
      lead: names(one.lead),
      cooperating: names(one.cooperating),
      monitor: names(one.monitor),
      deliverable: one.deliverable === null ? null : phrase(one.deliverable, one.quote, 2000),
      deadline,
    }),
    reading: JSON.stringify({
      confidence: one.confidence,
      missing: one.missing,
      flags: [...one.flags, ...(one.conditional ? ['conditional'] : [])],
      spans,
      evidence: one.evidence,
    }),
  }
}

function targetRow(one: ProposedTarget) {
  const spans = Object.entries(one.spans).flatMap(([field, span]) =>
    span ? [{ field, start: span.start, end: span.end }] : [],
  )
  return {
    kind: 'target',
    startAt: one.start,
    endAt: one.end,
    exhortation: false,
    fields: JSON.stringify({
      indicator: phrase(one.indicator, one.quote, 2000),
      direction: one.direction,
      comparator: one.comparator,
      value: one.value,
      valueMax: one.value_max,
      unit: one.unit.slice(0, 200).trim() || null,
      baseline: one.baseline?.slice(0, 400).trim() || null,
      due: one.due?.slice(0, 200).trim() || null,
    }),
    reading: JSON.stringify({ confidence: one.confidence, missing: [], flags: [], spans, evidence: one.evidence }),
  }
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
