import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import { NOW, TODAY } from '#server/testing/administration.ts'
import type { Administration, Place } from '#server/testing/administration.ts'

/** Things as they lie in the store, made as the owner: what is not said has a default. */
export const TEXT = 'Điều 1. Các Sở rà soát biên chế trước ngày 20/4/2026.\nĐiều 2. Sở Cà Mau báo cáo riêng.\n'
/** The first sentence of the text; the second is nobody's but the other province's. */
export const QUOTE = TEXT.slice(8, TEXT.indexOf('\n'))

export async function storedFile(
  { store }: Administration,
  addedBy: Id,
  draft: { sha256?: string; mediaType?: string } = {},
): Promise<Id> {
  const id = newId()
  const file = {
    sha256: draft.sha256 ?? 'a'.repeat(64),
    size: 4,
    mediaType: draft.mediaType ?? 'text/plain',
    name: 'tệp.txt',
  }
  await store.db
    .insertInto('file')
    .values({ id, ...file, addedBy, addedAt: NOW, version: 1 })
    .execute()
  return id
}

export interface StoredDirective {
  id: Id
  /** Of the two sentences. */
  passages: [Id, Id]
  proposal: Id
}

/** A directive of two sentences with an open proposal from the first. */
export async function storedDirective(
  { store, unit }: Administration,
  draft: { owner: Place; by: Id; fileId?: Id; separateParts?: boolean; addressees?: Place[] },
): Promise<StoredDirective> {
  const { owner, by, fileId = null, separateParts = false, addressees = [] } = draft
  const [id, first, second, proposal] = [newId(), newId(), newId(), newId()]
  const end = TEXT.indexOf('\n') + 1
  await store.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('directive')
      .values({
        id,
        symbol: '01/CT-BPTCS',
        issuer: 'Bộ Phát triển Cơ sở',
        subject: 'Về biên chế',
        receivedOn: TODAY,
        separateParts,
        fileId,
        ownerId: unit[owner],
        registeredBy: by,
        registeredAt: NOW,
        folded: '01 ve bien che',
        identityKey: id,
      })
      .execute()
    await tx.insertInto('directiveText').values({ directiveId: id, text: TEXT }).execute()
    const parts = [
      { id: first, ordinal: 0, label: '1', citation: 'Điều 1', startAt: 0, endAt: end },
      { id: second, ordinal: 1, label: '2', citation: 'Điều 2', startAt: end, endAt: TEXT.length },
    ]
    const passages = parts.map((part) => ({ ...part, directiveId: id, kind: 'article', level: 1 }))
    await tx.insertInto('passage').values(passages).execute()
    const fields = { action: QUOTE, lead: ['các Sở'], cooperating: [], monitor: [], deliverable: null, deadline: null }
    const reading = { confidence: 1, missing: [], flags: [], spans: [], evidence: [] }
    await tx
      .insertInto('proposal')
      .values({
        id: proposal,
        directiveId: id,
        kind: 'commitment',
        origin: 'machine',
        startAt: 8,
        endAt: 8 + QUOTE.length,
        passageId: first,
        fields: JSON.stringify(fields),
        reading: JSON.stringify(reading),
      })
      .execute()
    if (addressees.length > 0) {
      const rows = addressees.map((place) => ({ directiveId: id, unitId: unit[place] }))
      await tx.insertInto('directiveAddressee').values(rows).execute()
    }
  })
  return { id, passages: [first, second], proposal }
}

/** Far above what the sequence gives to the tasks that requests draft. */
let taskNumber = 100_000

/** A task given by a unit: from a directive's passage, from an assignment, or entered by hand. */
export async function storedTask(
  { store, unit }: Administration,
  draft: { owner: Place; by: Id; directive?: { id: Id; passageId?: Id; proposalId?: Id }; parentId?: Id },
): Promise<Id> {
  const { owner, by, directive, parentId = null } = draft
  const id = newId()
  await store.db
    .insertInto('task')
    .values({
      id,
      number: ++taskNumber,
      directiveId: directive?.id ?? null,
      passageId: directive?.passageId ?? null,
      proposalId: directive?.proposalId ?? null,
      quote: directive ? QUOTE : null,
      quoteStart: directive ? 8 : null,
      quoteEnd: directive ? 8 + QUOTE.length : null,
      source: directive ? null : 'nhập tay',
      action: 'Rà soát biên chế',
      ownerId: unit[owner],
      parentId,
      draftedBy: by,
      draftedAt: NOW,
      folded: 'ra soat bien che',
    })
    .execute()
  return id
}

export interface AssignmentDraft {
  taskId: Id
  directiveId?: Id
  /** A place, or the external unit. */
  lead: Place | 'external'
  issuedBy: Place
  by: Id
  cooperating?: Place[]
  monitor?: Place
  handlerId?: Id
  reportedBy?: Id
  state?: string
  ordinal?: number
}

/** Issued on the Friday before `TODAY` and still to be answered, due in April; a draft where `state` says so. */
export async function storedAssignment({ store, unit, external }: Administration, draft: AssignmentDraft): Promise<Id> {
  const { lead, state = 'issued', cooperating = [], reportedBy } = draft
  const id = newId()
  const issued = state === 'draft' || state === 'approved' ? null : '2026-03-13'
  await store.db
    .insertInto('assignment')
    .values({
      id,
      taskId: draft.taskId,
      ordinal: draft.ordinal ?? 1,
      directiveId: draft.directiveId ?? null,
      leadId: lead === 'external' ? null : unit[lead],
      externalLeadId: lead === 'external' ? external : null,
      issuedBy: unit[draft.issuedBy],
      monitorId: draft.monitor ? unit[draft.monitor] : null,
      state,
      originalDueOn: issued && '2026-04-20',
      dueOn: '2026-04-20',
      needsApproval: false,
      draftedBy: draft.by,
      issuedOn: issued,
      answerFrom: issued,
      issuedAt: issued && '2026-03-13T02:00:00Z',
      handlerId: draft.handlerId ?? null,
      reportedOn: reportedBy ? TODAY : null,
      reportedBy: reportedBy ?? null,
      reportedOnBehalf: reportedBy ? lead === 'external' : null,
    })
    .execute()
  if (cooperating.length > 0) {
    const rows = cooperating.map((place) => ({ assignmentId: id, unitId: unit[place] }))
    await store.db.insertInto('assignmentCooperating').values(rows).execute()
  }
  return id
}

/** A report with one piece of evidence. */
export async function storedReport(
  { store }: Administration,
  draft: { assignmentId: Id; by: Id; fileId: Id; kind?: 'progress' | 'completion' },
): Promise<Id> {
  const id = newId()
  const { assignmentId, by, fileId, kind = 'progress' } = draft
  const outcome = kind === 'completion' ? 'pending' : 'noted'
  await store.db
    .insertInto('report')
    .values({ id, assignmentId, kind, reportedOn: TODAY, recordedAt: NOW, reportedBy: by, text: 'đã làm', outcome })
    .execute()
  await store.db.insertInto('evidence').values({ reportId: id, fileId }).execute()
  return id
}

/** Something said about an assignment that names its author, who has also opened it; both in the name of a unit. */
export async function storedMessage(
  { store, unit }: Administration,
  draft: { assignmentId: Id; by: Id; at: Place },
): Promise<Id> {
  const id = newId()
  const { assignmentId, by, at } = draft
  const [unitId, writtenAt] = [unit[at], NOW]
  await store.db.insertInto('message').values({ id, assignmentId, authorId: by, unitId, writtenAt }).execute()
  await store.db.insertInto('messageText').values({ messageId: id, revision: 1, text: 'đã rõ', writtenAt }).execute()
  await store.db.insertInto('messageMention').values({ messageId: id, personId: by }).execute()
  await store.db
    .insertInto('assignmentSeen')
    .values({ assignmentId, personId: by, unitId, firstAt: NOW, lastAt: NOW, version: 1 })
    .execute()
  return id
}
