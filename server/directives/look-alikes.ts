import { sql } from 'kysely'
import {
  type Likeness,
  likenessOf,
  type LookAlike,
  rarestOf,
  rarity,
  shinglesOf,
  targetLikenessOf,
  type ToDo,
  type Weight,
  wordShare,
} from '#core/directives/look-alike.ts'
import { isAside, TargetFields } from '#core/directives/proposal.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { taskCode } from '#core/tasks/code.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import type { DeadlineReading } from '#core/tasks/deadline.ts'
import { factsOfRow, lateness, type LatenessClass, type LatenessRow } from '#core/tasks/lateness.ts'
import type { NameMatch } from '#core/units/unit-ref.ts'
import type { Tx } from '#server/db/store.ts'
import { listProposals } from '#server/directives/describe.ts'
import type { Request } from '#server/http/mount.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { expandAddressees } from '#server/units/addressees.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'today'>
type Described = Awaited<ReturnType<typeof listProposals>>[number]
type Commitment = Extract<Described, { kind: 'commitment' }>
type Target = Extract<Described, { kind: 'target' }>

/** More than anybody decides at a sitting; those that come first in the text. */
const MOST_PROPOSALS = 200
const MOST_EACH = 3
/** Pairs of words that are looked up for a proposal, tasks that are looked at for a pair, and for a proposal. */
const [PAIRS, TASKS_OF_PAIR, TASKS] = [6, 200, 12]
const TARGETS_OF_LEVEL = 300

/** For each undecided proposal what is there already and says the same. */
export async function listLookAlikes(request: Reader, directiveId: Id): Promise<LookAlike[]> {
  const { tx } = request
  const all = await listProposals(request, directiveId)
  const open = all
    .filter((one) => one.state === 'proposed' && !isAside(one as Parameters<typeof isAside>[0]))
    .slice(0, MOST_PROPOSALS)
  const { ownerId } = await tx
    .selectFrom('directive')
    .select('ownerId')
    .where('id', '=', directiveId)
    .executeTakeFirstOrThrow()
  const commitments = open.filter((one): one is Commitment => one.kind === 'commitment')
  const targets = open.filter((one): one is Target => one.kind === 'target')
  return [...(await tasksLike(request, ownerId as Id, commitments)), ...(await targetsLike(tx, targets))]
}

interface FoundTask {
  number: number
  id: Id
  taskNumber: number
  action: string
  folded: string
  quote: string | null
  deadline: Deadline | null
  directiveId: Id | null
  symbol: string | null
  citation: string | null
}

async function tasksLike(request: Reader, ownerId: Id, proposals: readonly Commitment[]): Promise<LookAlike[]> {
  const { tx, register, today } = request
  if (proposals.length === 0) return []
  const settings = await readSettings(tx)
  const mine = proposals.map((one) => toDoOf(register, one, settings))
  const { weight, counts } = await weigh(tx, mine)
  const pairs = mine.flatMap(({ folded }, number) => rarestOf(folded, counts, PAIRS).map((pair) => ({ number, pair })))
  if (pairs.length === 0) return []
  const { rows } = await sql<FoundTask>`
    select f.number, t.id, t.number as "taskNumber", t.action, t.folded, t.quote, t.deadline, d.id as "directiveId", d.symbol, g.citation
    from app_tasks_with(${pairs.map(({ number }) => number)}::integer[], ${pairs.map(({ pair }) => pair)}::text[],
        ${TASKS_OF_PAIR}, ${TASKS}, ${ownerId}) f
      join task t on t.id = f.task_id left join directive d on d.id = t.directive_id left join passage g on g.id = t.passage_id`.execute(
    tx,
  )
  // Who leads is asked only of those whose words are near enough.
  const near = rows.filter((row) => wordShare(mine[row.number]?.folded ?? '', row.folded, weight) >= 0.5)
  const heldBy = await assignmentsOf(tx, [...new Set(near.map(({ id }) => id))])
  const found = near.flatMap((row): LookAlike[] => {
    const [proposal, own] = [proposals[row.number], mine[row.number]]
    const assignments = heldBy.get(row.id) ?? []
    const dueOn = lastDayOnTime(row.deadline, settings) ?? latestOf(assignments)
    const leads = new Set(assignments.map(({ lead }) => lead))
    const likeness = own && likenessOf(own, { folded: row.folded, quote: row.quote, leads, dueOn }, weight)
    if (!proposal || !likeness) return []
    return [
      {
        proposalId: proposal.id as Id,
        kind: 'task',
        id: row.id,
        code: taskCode(row.taskNumber),
        words: row.action,
        directiveId: row.directiveId,
        symbol: row.symbol,
        citation: row.citation,
        dueOn,
        due: null,
        class: worstOf(assignments, today),
        likeness,
      },
    ]
  })
  return bestOf(found)
}

function toDoOf(register: UnitRegister, { fields, matches, quote }: Commitment, settings: DeadlineReading): ToDo {
  const sure = (matches.lead as NameMatch[]).flatMap(({ status, candidates }) =>
    status === 'sure' ? candidates.slice(0, 1) : [],
  )
  return {
    folded: fold(`${fields.action} ${fields.deliverable ?? ''}`),
    quote,
    leads: new Set(expandAddressees(register, sure).map(({ id }) => id)),
    dueOn: lastDayOnTime(fields.deadline as Deadline | null, settings),
  }
}

async function weigh(tx: Tx, mine: readonly ToDo[]): Promise<{ weight: Weight; counts: Map<string, number> }> {
  const shingles = [...new Set(mine.flatMap(({ folded }) => [...shinglesOf(folded)]))]
  const { rows } = await sql<{ shingle: string; tasks: number; total: number }>`
    select shingle, tasks, (select coalesce(max(number), 0) from task) as total from app_shingle_counts(${shingles}::text[])`.execute(
    tx,
  )
  const counts = new Map(rows.map(({ shingle, tasks }) => [shingle, tasks]))
  return { counts, weight: rarity(rows[0]?.total ?? 0, counts) }
}

type Held = Omit<LatenessRow, 'completedOn'> & { taskId: Id; lead: Id }

async function assignmentsOf(tx: Tx, taskIds: readonly Id[]): Promise<Map<Id, Held[]>> {
  const { rows } = await sql<Held>`
    select task_id as "taskId", coalesce(lead_id, external_lead_id) as lead, state, issued_on as "issuedOn", original_due_on as "originalDueOn",
      due_on as "dueOn", reported_on as "reportedOn", exited_on as "exitedOn" from assignment where task_id = any(${taskIds}::uuid[])`.execute(
    tx,
  )
  return Map.groupBy(rows, ({ taskId }) => taskId)
}

function latestOf(assignments: readonly Held[]): PlainDate | null {
  return (
    assignments
      .flatMap(({ dueOn }) => dueOn ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}

const WORST_FIRST: readonly LatenessClass[] = [
  'open_overdue',
  'open_in_term',
  'open_no_deadline',
  'done_late',
  'done_on_time',
  'done_no_deadline',
  'not_counted',
  'closed_without_result',
]

function worstOf(assignments: readonly Held[], today: PlainDate): LatenessClass | null {
  const classes = new Set(
    assignments.map(
      (row) =>
        lateness(factsOfRow({ ...row, completedOn: row.state === 'confirmed' ? row.reportedOn : null }), today).class,
    ),
  )
  return WORST_FIRST.find((one) => classes.has(one)) ?? null
}

async function targetsLike(tx: Tx, proposals: readonly Target[]): Promise<LookAlike[]> {
  if (proposals.length === 0) return []
  const levels = [...new Set(proposals.map(({ fields }) => JSON.stringify(fields.value)))]
  const { rows } = await sql<{
    id: Id
    fields: unknown
    directiveId: Id
    symbol: string | null
    citation: string | null
  }>`
    select p.id, p.fields, d.id as "directiveId", d.symbol, g.citation from app_targets_with(${levels}::text[], ${TARGETS_OF_LEVEL}) f (id)
      join proposal p on p.id = f.id join directive d on d.id = p.directive_id left join passage g on g.id = p.passage_id`.execute(
    tx,
  )
  const accepted = rows.map(({ fields, ...row }) => ({ ...row, fields: TargetFields.parse(fields) }))
  const byLevel = Map.groupBy(accepted, ({ fields }) => fields.value)
  const found = proposals.flatMap((proposal) => {
    const mine = TargetFields.parse(proposal.fields)
    return (byLevel.get(mine.value) ?? []).flatMap(({ fields, ...row }): LookAlike[] => {
      const likeness = targetLikenessOf(mine, fields)
      if (!likeness) return []
      const said = { kind: 'target' as const, code: null, words: fields.indicator, dueOn: null, due: fields.due }
      return [{ ...row, ...said, proposalId: proposal.id as Id, class: null, likeness }]
    })
  })
  return bestOf(found)
}

/** The most alike of each proposal. */
function bestOf(found: readonly LookAlike[]): LookAlike[] {
  const score = ({ share, sameLead, sameDue, sameQuote }: Likeness) =>
    share + (sameQuote ? 1 : 0) + (sameLead ? 0.1 : 0) + (sameDue ? 0.1 : 0)
  return [...Map.groupBy(found, ({ proposalId }) => proposalId).values()].flatMap((list) =>
    list.toSorted((a, b) => score(b.likeness) - score(a.likeness)).slice(0, MOST_EACH),
  )
}
