import type { z } from 'zod'
import type { directivesApi } from '#core/directives/api.ts'
import { CommitmentFields, type Proposal, TargetFields } from '#core/directives/proposal.ts'
import type { BodyOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import type { Addressee, NameMatch } from '#core/units/unit-ref.ts'
import { capitalised } from '#core/kernel/capitalised.ts'
import { listProposals } from '#server/directives/describe.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { draftTask } from '#server/tasks/draft-task.ts'

type Deciding = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record' | 'version'>
type Described = z.input<typeof Proposal>

export async function addProposal(
  request: Deciding,
  directiveId: Id,
  body: BodyOf<typeof directivesApi.addProposal>,
): Promise<Described> {
  const { tx, newId, record } = request
  const { text } = found(
    await tx.selectFrom('directiveText').select('text').where('directiveId', '=', directiveId).executeTakeFirst(),
    'directive',
  )
  const quote = text.slice(body.start, body.end)
  if (body.end > text.length || quote.trim() === '')
    fail({ code: 'proposal/no_text', start: body.start, end: body.end })
  const passages = await tx
    .selectFrom('passage')
    .select(['id', 'startAt', 'endAt', 'level'])
    .where('directiveId', '=', directiveId)
    .where('startAt', '<=', body.start)
    .where('endAt', '>', body.start)
    .orderBy('level', 'desc')
    .limit(1)
    .execute()
  const oneLine = quote.replace(/\s+/g, ' ').trim().slice(0, 2000)
  const fields =
    body.kind === 'target'
      ? body.fields
      : { action: oneLine, lead: [], cooperating: [], monitor: [], deliverable: null, deadline: null, ...body.fields }
  const missing = body.kind === 'target' ? [] : missingOf(CommitmentFields.parse(fields))
  const id = newId()
  await tx
    .insertInto('proposal')
    .values({
      id,
      directiveId,
      kind: body.kind,
      origin: 'person',
      startAt: body.start,
      endAt: body.end,
      passageId: passages[0]?.id ?? null,
      exhortation: false,
      fields: JSON.stringify(fields),
      reading: JSON.stringify({ confidence: null, missing, flags: [], spans: [], evidence: [] }),
      version: 1,
    })
    .execute()
  await record({ command: 'proposal.add', kind: 'proposal', id, data: { start: body.start, end: body.end } })
  return describe(request, directiveId, id)
}

export async function editProposal(
  request: Deciding,
  id: Id,
  body: BodyOf<typeof directivesApi.editProposal>,
): Promise<Described> {
  const { tx, record } = request
  const row = await lockUndecided(request, id)
  const changes = row.kind === 'commitment' ? body.commitment : body.target
  if (!changes || Object.keys(changes).length === 0) return fail({ code: 'proposal/nothing_changed' })
  const fields =
    row.kind === 'commitment'
      ? CommitmentFields.parse({ ...(row.fields as object), ...changes })
      : TargetFields.parse({ ...(row.fields as object), ...changes })
  await tx
    .updateTable('proposal')
    .set({ fields: JSON.stringify(fields), version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  await record({ command: 'proposal.edit', kind: 'proposal', id, data: changes })
  return describe(request, row.directiveId as Id, id)
}

export async function acceptProposal(request: Deciding, id: Id, choice: BodyOf<typeof directivesApi.acceptProposal>) {
  const row = await lockUndecided(request, id)
  const directiveId = row.directiveId as Id
  const described = await describe(request, directiveId, id)
  await markDecided(request, row, 'accepted')
  await request.record({ command: 'proposal.accept', kind: 'proposal', id })
  if (described.kind === 'target')
    return { proposal: await describe(request, directiveId, id), taskId: null, assignments: 0 }
  const addressees = chosen(described, choice)
  const { ownerId } = await request.tx
    .selectFrom('directive')
    .select('ownerId')
    .where('id', '=', directiveId)
    .executeTakeFirstOrThrow()
  const task = await draftTask(request, {
    ...addressees,
    action: capitalised(described.fields.action),
    deliverable: described.fields.deliverable,
    deadline: described.fields.deadline as never,
    ownerId: ownerId as Id,
    source: {
      kind: 'commitment',
      directiveId,
      proposalId: id,
      passageId: described.passageId as Id | null,
      quote: described.quote,
      start: described.start,
      end: described.end,
    },
  })
  return { proposal: await describe(request, directiveId, id), taskId: task.id, assignments: task.assignments }
}

/** What the person chose; where nothing was chosen, the names that were matched without doubt, or the question. */
function chosen(
  proposal: Extract<Described, { kind: 'commitment' }>,
  choice: Partial<{ [K in keyof AddresseeChoice]: AddresseeChoice[K] | undefined }>,
): AddresseeChoice {
  const sure = (matches: NameMatch[], field: string): Addressee[] =>
    matches.map((match) => {
      const [best] = match.candidates
      if (match.status !== 'sure' || !best) return fail({ code: 'proposal/name_not_sure', field, name: match.written })
      const { kind, id, below } = best
      return { kind, id, ...(below === undefined ? {} : { below }) }
    })
  const { lead, cooperating, monitor } = proposal.matches as {
    lead: NameMatch[]
    cooperating: NameMatch[]
    monitor: NameMatch[]
  }
  // Exactly one lead: a sentence that names two is never silently given to the first, nor to both.
  if (choice.leads === undefined && lead.length > 1) fail({ code: 'proposal/two_leads', names: proposal.fields.lead })
  const leads = choice.leads ?? sure(lead, 'lead')
  if (leads.length === 0) fail({ code: 'proposal/lead_missing' })
  const watching = monitor[0]?.status === 'sure' ? monitor[0].candidates[0] : undefined
  return {
    leads,
    cooperating:
      choice.cooperating ??
      sure(
        cooperating.filter((match) => match.status === 'sure'),
        'cooperating',
      ),
    monitorId: choice.monitorId === undefined ? (watching?.kind === 'unit' ? watching.id : null) : choice.monitorId,
  }
}

export async function decideProposal(
  request: Deciding,
  id: Id,
  state: 'rejected' | 'proposed',
  reason?: string,
): Promise<Described> {
  const row = state === 'rejected' ? await lockUndecided(request, id) : await lockProposal(request, id)
  if (state === 'proposed' && row.state !== 'rejected') fail({ code: 'proposal/not_rejected', state: row.state })
  await markDecided(request, row, state)
  await request.record({
    command: state === 'rejected' ? 'proposal.reject' : 'proposal.reopen',
    kind: 'proposal',
    id,
    data: reason ? { reason } : {},
  })
  return describe(request, row.directiveId as Id, id)
}

async function markDecided(
  { tx, actor, now }: Deciding,
  row: { id: string; version: number },
  state: 'accepted' | 'rejected' | 'proposed',
): Promise<void> {
  const decided = state !== 'proposed'
  await tx
    .updateTable('proposal')
    .set({
      state,
      decidedBy: decided ? actor.personId : null,
      decidedAt: decided ? now : null,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
}

async function lockProposal({ tx, version }: Deciding, id: Id) {
  const row = await tx
    .selectFrom('proposal')
    .select(['id', 'directiveId', 'kind', 'state', 'fields', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return atVersion(found(row, 'proposal'), version)
}

async function lockUndecided(request: Deciding, id: Id) {
  const row = await lockProposal(request, id)
  if (row.state !== 'proposed') fail({ code: 'proposal/already_decided', state: row.state })
  return row
}

async function describe(request: Deciding, directiveId: Id, id: Id): Promise<Described> {
  return found((await listProposals(request, directiveId, id))[0], 'proposal')
}

function missingOf(fields: CommitmentFields): ('lead' | 'deliverable' | 'deadline')[] {
  return [
    ...(fields.lead.length === 0 ? (['lead'] as const) : []),
    ...(fields.deliverable === null ? (['deliverable'] as const) : []),
    ...(fields.deadline === null ? (['deadline'] as const) : []),
  ]
}
