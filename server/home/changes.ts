import { sql } from 'kysely'
import { ChangeKind, COMMANDS, kindOfCommand } from '#core/home/change.ts'
import type { Change, homeApi } from '#core/home/api.ts'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import type { Request } from '#server/http/mount.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor'>
type Counted = ResponseOf<(typeof homeApi)['countChanges']>['items']

export async function countChanges({ tx, actor }: Reader, since: Instant): Promise<Counted> {
  const { rows } = await sql<{ command: string; entries: number; latest: Instant }>`
    select * from app_changes(${since})`.execute(tx)
  const { rows: registered } = await sql<{ entries: number; latest: Instant | null }>`
    select count(*) as entries, max(registered_at) as latest from directive
    where registered_at > ${since} and registered_by <> ${actor.personId}`.execute(tx)
  const counted = new Map<ChangeKind, Counted[number]>()
  for (const { command, entries, latest } of rows) {
    const kind = kindOfCommand(command)
    if (!kind) continue
    const before = counted.get(kind)
    const last = before && before.latest > latest ? before.latest : latest
    counted.set(kind, { kind, entries: entries + (before?.entries ?? 0), latest: last })
  }
  const [of] = registered
  if (of?.latest) counted.set('registered', { kind: 'registered', entries: of.entries, latest: of.latest })
  return ChangeKind.options.flatMap((kind) => counted.get(kind) ?? [])
}

export async function listChanges(
  request: Reader,
  { since, kind, limit, offset }: { since: Instant; kind: ChangeKind; limit: number; offset: number },
): Promise<{ items: Change[]; total: number }> {
  const total = (await countChanges(request, since)).find((one) => one.kind === kind)?.entries ?? 0
  const items = kind === 'registered' ? listRegistered(request, since, limit, offset) : undefined
  return {
    items: await (items ?? listOfAssignments(request, since, kind as keyof typeof COMMANDS, limit, offset)),
    total,
  }
}

async function listRegistered({ tx, actor }: Reader, since: Instant, limit: number, offset: number): Promise<Change[]> {
  const { rows } = await sql<{ id: Id; at: Instant; by: PersonRef; symbol: string | null; subject: string }>`
    select d.id, d.registered_at as at, d.symbol, d.subject,
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as by
    from directive d join person p on p.id = d.registered_by
    where d.registered_at > ${since} and d.registered_by <> ${actor.personId}
    order by d.registered_at desc, d.id limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(({ id, at, by, symbol, subject }) => ({
    id,
    at,
    by,
    kind: 'registered',
    subject: 'directive',
    subjectId: id,
    code: symbol ?? '',
    title: subject,
    unit: null,
  }))
}

async function listOfAssignments(
  { tx, register }: Reader,
  since: Instant,
  kind: keyof typeof COMMANDS,
  limit: number,
  offset: number,
): Promise<Change[]> {
  const { rows } = await sql<{
    id: Id
    at: Instant
    by: PersonRef | null
    assignmentId: Id
    leadId: Id
    number: number
    ordinal: number
    action: string
  }>`
    with page as materialized (select * from app_change_page(${since}, ${[...COMMANDS[kind]]}::text[], ${limit}, ${offset})),
      ids as (select array_agg(assignment_id) as of from page)
    select c.entry_id as id, c.recorded_at as at, a.id as "assignmentId", coalesce(a.lead_id, a.external_lead_id) as "leadId",
      t.number, a.ordinal, coalesce(a.action, t.action) as action,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) end as by
    from page c join assignment a on a.id = c.assignment_id and a.id = any((select of from ids)::uuid[])
      join task t on t.id = a.task_id left join person p on p.id = c.actor_id
    order by c.recorded_at desc, c.entry_id`.execute(tx)
  return rows.map(({ assignmentId, leadId, number, ordinal, action, ...row }) => ({
    ...row,
    kind,
    subject: 'assignment',
    subjectId: assignmentId,
    code: assignmentCode(number, ordinal),
    title: action,
    unit: register.ref(leadId),
  }))
}
