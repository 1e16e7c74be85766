import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Secrecy } from '#core/directives/directive.ts'
import type { Cleared } from '#core/directives/secrecy-mark.ts'
import type { IntakeNote } from '#core/directives/intake-note.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { Metadata, Reading } from '#core/reading/reading.ts'
import type { Tx } from '#server/db/store.ts'
import { writeIssuer } from '#server/directives/issuer-writing.ts'
import { headWords, keepHeadWords, keepTextWords } from '#server/directives/keep-words.ts'
import type { PageSpan } from '#server/directives/pdf-layout.ts'
import { insertMany, storeReading } from '#server/directives/store-reading.ts'
import type { Request } from '#server/http/mount.ts'

export interface Intake {
  text: string
  /** Where each page lies in the text; null where the original has no pages. */
  pages: PageSpan[] | null
  notes: IntakeNote[]
  fileId: Id | null
  fileName: string | null
  ownerId: Id
  receivedOn: PlainDate
  separateParts: boolean
  /** It seemed to bear a mark of secrecy, and somebody said why it does not. */
  cleared?: Cleared | null
}

/** Whoever closed the reading had not seen what is proposed now. */
export const UNREAD = { readingState: 'unread', readBy: null, readAt: null } as const

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

/** Stores a directive with its text, passages and proposals: one command. */
export async function registerDirective(
  {
    tx,
    register,
    actor,
    now,
    newId,
    record,
  }: Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'now' | 'newId' | 'record'>,
  intake: Intake,
  reading: Reading = readDirective(intake.text),
): Promise<Id> {
  const id = newId()
  const { metadata } = reading
  const read = headOf(metadata, reading.text, intake.fileName)
  const head = { ...read, issuer: writeIssuer(read.issuer, register) }
  await tx
    .insertInto('directive')
    .values({
      id,
      ...head,
      ...correspondenceOf(metadata),
      receivedOn: intake.receivedOn,
      separateParts: intake.separateParts,
      fileId: intake.fileId,
      ownerId: intake.ownerId,
      registeredBy: actor.personId,
      registeredAt: now,
      intakeNotes: intake.notes.length === 0 ? null : JSON.stringify(intake.notes),
      pageCount: intake.pages?.length ?? null,
      folded: directiveFolded(head),
      identityKey: identityKey(head),
      version: 1,
    })
    .execute()
  await tx.insertInto('directiveText').values({ directiveId: id, text: reading.text }).execute()
  const pages = (intake.pages ?? []).flatMap(({ start, end }, at) =>
    start < end ? [{ id: newId(), directiveId: id, page: at + 1, startAt: start, endAt: end, origin: 'layer' }] : [],
  )
  await insertMany(tx, 'pageText', pages)
  await keepHeadWords(tx, id, head)
  await keepTextWords(tx, id, reading.text, [])
  await storeRelations(tx, id, metadata)
  const proposals = await storeReading({ tx, newId }, id, reading, 0)
  await record({
    command: 'directive.register',
    kind: 'directive',
    id,
    data: { symbol: head.symbol, proposals: proposals.length, ...intake.cleared },
  })
  await record(
    ...proposals.map((proposal) => ({ command: 'proposal.propose', kind: 'proposal' as const, id: proposal })),
  )
  return id
}

/** A directive of which the register has only the head; its text is entered later, or never. */
export interface DirectiveEntry {
  ownerId: Id
  symbol: string
  type: string
  issuer: string | null
  issuedOn: PlainDate | null
  receivedOn: PlainDate
  subject: string
  signerName: string | null
  urgency: string | null
}

/** Enters directives in the register without their text: each is a command of its own. */
export async function registerEntries(
  { tx, actor, now, newId, record }: Pick<Request<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'record'>,
  entries: readonly DirectiveEntry[],
): Promise<Id[]> {
  const rows = entries.map((entry) => ({
    ...entry,
    id: newId(),
    registeredBy: actor.personId,
    registeredAt: now,
    folded: directiveFolded(entry),
    identityKey: identityKey(entry),
    version: 1,
  }))
  await insertMany(tx, 'directive', rows)
  await insertMany(
    tx,
    'directiveText',
    rows.map(({ id }) => ({ directiveId: id, text: '' })),
  )
  await insertMany(
    tx,
    'directiveWords',
    rows.map((row) => headWords(row.id, row)),
  )
  await record(
    ...rows.map(({ id, symbol }) => ({
      command: 'directive.register',
      kind: 'directive' as const,
      id,
      data: { symbol, proposals: 0 },
    })),
  )
  return rows.map(({ id }) => id)
}

/** A secret directive is a line of the register: number, day, issuer and grade. */
export async function registerStub(
  { tx, actor, now, newId, record }: Pick<Request<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'record'>,
  stub: Pick<DirectiveEntry, 'ownerId' | 'symbol' | 'issuer' | 'issuedOn' | 'receivedOn'> & { secrecy: Secrecy },
): Promise<Id> {
  const id = newId()
  const head = { ...stub, subject: '', signerName: null }
  await tx
    .insertInto('directive')
    .values({
      ...head,
      id,
      readingState: 'secret',
      registeredBy: actor.personId,
      registeredAt: now,
      folded: directiveFolded(head),
      identityKey: identityKey(head),
      version: 1,
    })
    .execute()
  await keepHeadWords(tx, id, head)
  const { symbol, secrecy } = stub
  await record({ command: 'directive.register_stub', kind: 'directive', id, data: { symbol, secrecy } })
  return id
}

/** Who is written to and in whose authority; null where the text says nothing of it. */
export function correspondenceOf(metadata: Metadata) {
  const named = (list: Metadata['recipients']) =>
    list.length === 0
      ? null
      : JSON.stringify(list.slice(0, 200).map(({ name, purpose }) => ({ name: name.slice(0, 400), purpose })))
  return {
    signerAuthority: metadata.signer?.authority?.slice(0, 300) ?? null,
    addressees: named(metadata.addressees),
    recipients: named(metadata.recipients),
  }
}

/** The other documents that the text names, each once; numbered on from those that are stored. */
export async function storeRelations(
  tx: Tx,
  directiveId: Id,
  { relations }: Pick<Metadata, 'relations'>,
  stored = 0,
): Promise<void> {
  const rows = relations.map(({ kind, symbol, date, span }, at) => ({
    directiveId,
    ordinal: stored + at,
    kind,
    symbol: symbol.slice(0, 300),
    symbolFolded: fold(symbol).slice(0, 300),
    dated: date,
    startAt: span.start,
    endAt: span.end,
  }))
  await insertMany(tx, 'directiveRelation', rows)
}
