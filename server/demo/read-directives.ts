import { readFile } from 'node:fs/promises'
import { capitalised } from '#core/kernel/capitalised.ts'
import { isAside } from '#core/directives/proposal.ts'
import type { Id } from '#core/kernel/id.ts'
import { addDays, type Instant } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { Tx } from '#server/db/store.ts'
import type { Planned } from '#server/demo/play-demo.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { listProposals } from '#server/directives/describe.ts'
import { registerDirective } from '#server/directives/register.ts'
import { detectMediaType } from '#server/files/media-type.ts'
import type { Request, System } from '#server/http/mount.ts'
import { need } from '#server/http/refusal.ts'
import { record } from '#server/journal/append.ts'
import type { Addressee, NameMatch } from '#core/units/unit-ref.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'
import { DEMO_DIRECTIVES, type DemoDirective, DIRECTIVES_FOLDER } from '#demo/directives.ts'
import { drawOf } from '#demo/draw.ts'
import { atWork, workedFrom } from '#demo/office-hours.ts'

/** A task to more units than this is left as a proposal, for the visitor to try. */
const MOST_UNITS = 40
/** Below this the officer rejects what the machine itself doubts. */
const DOUBTFUL = 0.4

interface Reading {
  tx: Tx
  register: UnitRegister
  files: System['files']
  newId: (at: Instant) => Id
  someone: (login: string) => Id
}

type Player = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'now' | 'newId' | 'record'>

/**
 * The clerk registers the demo's directives, and the officers read them but for the newest, which waits: they accept what names its leads
 * without doubt, reject what the machine itself doubts, leave the rest open. The answer is the tasks that follow.
 */
export async function readDirectives(reading: Reading): Promise<Planned[]> {
  const { register, someone } = reading
  const ownerId = register.top?.id
  if (ownerId === undefined) throw new Error('the demo has no top unit')
  const newest = DEMO_DIRECTIVES.at(-1)
  const planned: Planned[] = []
  for (const [number, directive] of DEMO_DIRECTIVES.entries()) {
    const draw = drawOf(`register ${directive.symbol}`)
    const clerk = playerAt(reading, someone(directive.registeredBy), atWork(workedFrom(directive.registeredOn), draw))
    const id = await registerOriginal(clerk, directive, reading.files, ownerId)
    if (directive === newest) continue
    const office = [someone('chuyenvien.vpb'), someone('chuyenvien2.vpb')]
    const [first, second] = number % 3 === 2 ? office.toReversed() : office
    if (!first || !second) continue
    const officer = playerAt(reading, first, atWork(workedFrom(addDays(directive.registeredOn, 1)), draw))
    const accepted = await decideProposals(officer, id)
    await closeReading(officer, id, accepted.some((one) => one.kind === 'commitment') ? 'tasks-recorded' : 'no-task')
    for (const one of accepted) {
      if (one.kind !== 'commitment') continue
      const sure = (matches: typeof one.matches.lead) =>
        (matches as NameMatch[]).flatMap(({ status, candidates: [best] }): Addressee[] =>
          status === 'sure' && best
            ? [{ kind: best.kind, id: best.id, ...(best.below === undefined ? {} : { below: best.below }) }]
            : [],
        )
      const [watching] = sure(one.matches.monitor)
      planned.push({
        key: `${directive.symbol} ${one.start}`,
        moment: { at: officer.now, by: first },
        draft: {
          leads: sure(one.matches.lead),
          cooperating: sure(one.matches.cooperating),
          monitorId: watching?.kind === 'unit' ? watching.id : null,
          action: capitalised(one.fields.action),
          deliverable: one.fields.deliverable,
          deadline: one.fields.deadline as never,
          ownerId,
          source: {
            kind: 'commitment',
            directiveId: id,
            proposalId: one.id as Id,
            passageId: one.passageId as Id | null,
            quote: one.quote,
            start: one.start,
            end: one.end,
          },
        },
        office: [first, second],
        symbol: directive.symbol,
      })
    }
  }
  return planned
}

function playerAt({ tx, register, newId }: Reading, personId: Id, now: Instant): Player {
  const ids = () => newId(now)
  return {
    tx,
    register,
    actor: { personId, roles: [], mustChangePassword: false, sessionHash: null },
    now,
    newId: ids,
    record: (...acts) => record({ tx, actorId: personId, now, newId: ids }, acts),
  }
}

async function registerOriginal(
  clerk: Player,
  directive: DemoDirective,
  files: System['files'],
  ownerId: Id,
): Promise<Id> {
  const bytes = await readFile(new URL(directive.file, DIRECTIVES_FOLDER))
  const mediaType = detectMediaType(bytes)
  if (mediaType === undefined) throw new Error(`the demo's ${directive.file} is of no known type`)
  const { sha256, size } = await files.put(bytes)
  const fileId = clerk.newId()
  const file = {
    id: fileId,
    sha256,
    size,
    mediaType,
    name: directive.file,
    addedBy: clerk.actor.personId,
    addedAt: clerk.now,
  }
  await clerk.tx
    .insertInto('file')
    .values({ ...file, version: 1 })
    .execute()
  await clerk.record({ command: 'file.add', kind: 'file', id: fileId, data: { name: directive.file, sha256, size } })
  const { text, pages, notes } = need(await extractText(bytes, mediaType))
  const intake = {
    text,
    pages,
    notes,
    fileId,
    fileName: directive.file,
    ownerId,
    receivedOn: directive.registeredOn,
    separateParts: false,
  }
  return registerDirective(clerk, intake, readDirective(text))
}

/** What `POST /proposals/{id}/accept` and `/reject` do to a proposal, for all of a directive at once. */
async function decideProposals(officer: Player, directiveId: Id) {
  const accepted: Awaited<ReturnType<typeof listProposals>> = []
  const rejected: typeof accepted = []
  for (const proposal of await listProposals(officer, directiveId)) {
    if (isAside(proposal)) continue
    if (proposal.kind === 'target') accepted.push(proposal)
    else {
      const [lead, ...more] = proposal.matches.lead
      const units = lead?.status === 'sure' && more.length === 0 ? (lead.candidates[0]?.count ?? 0) : 0
      if (units > 0 && units <= MOST_UNITS) accepted.push(proposal)
      else if ((proposal.reading.confidence ?? 1) < DOUBTFUL) rejected.push(proposal)
    }
  }
  for (const [state, decided] of [
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const) {
    if (decided.length === 0) continue
    const { tx, actor, now } = officer
    const ids = decided.map(({ id }) => id as Id)
    await tx
      .updateTable('proposal')
      .set((eb) => ({ state, decidedBy: actor.personId, decidedAt: now, version: eb('version', '+', 1) }))
      .where('id', 'in', ids)
      .execute()
    const command = state === 'accepted' ? 'proposal.accept' : 'proposal.reject'
    await officer.record(...ids.map((id) => ({ command, kind: 'proposal' as const, id })))
  }
  return accepted
}

async function closeReading(
  { tx, actor, now, record }: Player,
  id: Id,
  as: 'tasks-recorded' | 'no-task',
): Promise<void> {
  await tx
    .updateTable('directive')
    .set((eb) => ({ readingState: as, readBy: actor.personId, readAt: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await record({ command: 'directive.close_reading', kind: 'directive', id, data: { as } })
}
