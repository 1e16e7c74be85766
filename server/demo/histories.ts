import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { AssignmentEvent } from '#core/tasks/assignment-event.ts'
import { assignmentChanges } from '#core/tasks/field-changes.ts'
import { decide, evolve } from '#core/tasks/lifecycle.ts'
import type { Tx } from '#server/db/store.ts'
import { insertBulk } from '#server/demo/bulk-insert.ts'
import { jsonbText, rowText, stateDigest } from '#server/demo/state-digest.ts'
import { need } from '#server/http/refusal.ts'
import { entryHash, partitionOf } from '#server/journal/entry-hash.ts'
import { listAddressees } from '#server/tasks/addressees-of-directive.ts'
import { columnsOf, decisionOf, marksOf, reportOf, type StoredAssignment } from '#server/tasks/assignment-store.ts'
import type { Office } from '#server/tasks/circumstances.ts'
import { planTask, type TaskDraft } from '#server/tasks/plan-task.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'
import { approvalOn } from '#demo/leadership.ts'
import { LAST_DAY } from '#demo/office-hours.ts'

/** Who does something, and when. */
export interface Moment {
  at: Instant
  by: Id
}

type ReportRow = ReturnType<typeof reportOf> & {
  decidedBy: Id | null
  decidedAt: Instant | null
  decidedReason: string | null
}

interface Report {
  row: ReportRow
  evidence: readonly Id[]
  text: string
}

interface Held {
  /** As its lifecycle knows it. */
  now: StoredAssignment
  row: Record<string, unknown>
  reports: Report[]
  /** The assignment from which its task was cascaded. */
  parentId: Id | null
}

type TaskRow = Omit<ReturnType<typeof planTask>['task'], 'deadline'> & { deadline: unknown }
type FileRow = {
  id: Id
  sha256: string
  size: number
  mediaType: string
  name: string
  addedBy: Id
  addedAt: Instant
  version: number
}

const NOTHING_YET = {
  approvedBy: null,
  issuedOn: null,
  answerFrom: null,
  action: null,
  originalDueOn: null,
  handlerId: null,
  percent: null,
  completion: null,
  deadlineText: null,
}
/** Columns that only marks fill; every row of a bulk insert names the same ones. */
const UNMARKED = {
  issuedAt: null,
  answeredAt: null,
  returnedReason: null,
  confirmedBy: null,
  confirmedAt: null,
  exitReason: null,
  exitedOn: null,
  exitedAt: null,
}

/**
 * Tasks, assignments and evidence as commands make them, each with its entry of the journal, kept in memory until all is stored at once: some
 * thousand histories by one command after another would take minutes. What a command does is said where the server says it.
 */
export class Histories {
  readonly #office: Office
  readonly #register: UnitRegister
  readonly #newId: (at: Instant) => Id
  readonly #tasks = new Map<Id, TaskRow>()
  readonly #assignments = new Map<Id, Held>()
  readonly #files: FileRow[] = []
  readonly #entries: object[] = []
  /** Hundreds of commands have one moment. */
  #today: { at: Instant | undefined; day: PlainDate } = { at: undefined, day: LAST_DAY }

  constructor(office: Office, register: UnitRegister, newId: (at: Instant) => Id) {
    this.#office = office
    this.#register = register
    this.#newId = newId
  }

  get(id: Id): StoredAssignment {
    return this.#held(id).now
  }

  /** A task with its draft assignments, whose ids are the answer. */
  draft(moment: Moment, draft: TaskDraft): { taskId: Id; assignments: Id[] } {
    const { at, by } = moment
    const request = {
      actor: { personId: by, roles: [], mustChangePassword: false, sessionHash: null },
      register: this.#register,
      now: at,
      newId: () => this.#newId(at),
    }
    const { task, given } = planTask(request, this.#officeFor(moment), draft, this.#tasks.size + 1)
    const row = { ...task, deadline: draft.deadline }
    this.#tasks.set(task.id, row)
    this.#record(moment, 'task.draft', 'task', row, { action: task.action })
    const cooperating = Map.groupBy(given.cooperating, ({ assignmentId }) => assignmentId)
    const { source } = draft
    const parentId = source.kind === 'cascade' ? source.parent.id : null
    for (const one of given.rows) {
      const { leadId, externalLeadId, ordinal, ...own } = one
      const lead =
        leadId === null
          ? ({ kind: 'external', id: externalLeadId as Id } as const)
          : ({ kind: 'unit', id: leadId } as const)
      const cooperatingIds = (cooperating.get(one.id) ?? []).map(({ unitId }) => unitId).toSorted()
      const now = { ...NOTHING_YET, ...own, state: 'draft' as const, lead, cooperatingIds }
      const { id, taskId, directiveId, issuedBy, needsApproval } = one
      const row = {
        id,
        taskId,
        ordinal,
        directiveId,
        issuedBy,
        needsApproval,
        ...UNMARKED,
        ...columnsOf(now),
        version: 1,
      }
      this.#assignments.set(one.id, { now, row, reports: [], parentId })
      this.#recordAssignment(moment, 'assignment.draft', one.id, {})
    }
    return { taskId: task.id, assignments: given.rows.map(({ id }) => id) }
  }

  /** What `POST /tasks/{id}/approve` and `/issue` do. */
  giveAll(moment: Moment, taskId: Id, ids: readonly Id[], type: 'approve' | 'issue'): void {
    for (const id of ids) {
      const { state } = this.get(id)
      this.#follow(moment, id, { type })
      const to = type === 'approve' ? 'approved' : 'issued'
      this.#recordAssignment(moment, `assignment.${type}`, id, { changes: [{ field: 'state', from: state, to }] })
    }
    const task = this.#tasks.get(taskId)
    if (!task || type === 'approve') return
    task.version += 1
    this.#record(moment, 'task.issue', 'task', task, { assignments: ids.length })
  }

  act(moment: Moment, id: Id, command: AssignmentCommand): void {
    const before = this.get(id)
    this.#follow(moment, id, command)
    const { type, ...data } = command
    const changes = assignmentChanges(before, this.get(id))
    this.#recordAssignment(moment, `assignment.${type}`, id, { ...data, changes })
  }

  addFile({ at, by }: Moment, file: Pick<FileRow, 'sha256' | 'size' | 'mediaType' | 'name'>): Id {
    const row = { id: this.#newId(at), ...file, addedBy: by, addedAt: at, version: 1 }
    this.#files.push(row)
    this.#record({ at, by }, 'file.add', 'file', row, { name: file.name, sha256: file.sha256, size: file.size })
    return row.id
  }

  /** Everything in the order in which one row names another. */
  async store(tx: Tx): Promise<void> {
    const held = [...this.#assignments.values()]
    const reports = held.flatMap((one) => one.reports)
    const tasks = [...this.#tasks.values()]
    // A child task names an assignment of its parent, whose task is stored before it.
    const isChild = (row: TaskRow) => row.parentId !== null
    for (const generation of [tasks.filter((row) => !isChild(row)), tasks.filter(isChild)]) {
      const ids = new Set(generation.map(({ id }) => id))
      await insertBulk(tx, 'task', generation)
      await insertBulk(
        tx,
        'assignment',
        held.filter(({ now }) => ids.has(now.taskId)).map(({ row }) => row),
      )
    }
    await insertBulk(
      tx,
      'assignmentCooperating',
      held.flatMap(({ now }) => now.cooperatingIds.map((unitId) => ({ assignmentId: now.id, unitId }))),
    )
    await insertBulk(
      tx,
      'directiveAddressee',
      listAddressees(
        this.#register,
        held.map(({ now }) => now),
      ),
    )
    await insertBulk(tx, 'file', this.#files)
    await insertBulk(
      tx,
      'report',
      reports.map(({ row }) => row),
    )
    await insertBulk(
      tx,
      'evidence',
      reports.flatMap(({ row, evidence }) => evidence.map((fileId) => ({ reportId: row.id, fileId }))),
    )
    await insertBulk(tx, 'journalEntry', this.#entries)
    if (tasks.length > 0) await sql`select setval('task_number', ${tasks.length})`.execute(tx)
  }

  #held(id: Id): Held {
    const held = this.#assignments.get(id)
    if (!held) throw new Error(`the demo has no assignment ${id}`)
    return held
  }

  #officeFor({ at, by }: Moment): Office {
    if (at !== this.#today.at) this.#today = { at, day: dayOf(at) }
    return { ...this.#office, approvalFor: approvalOn(this.#today.day), today: this.#today.day, actorId: by }
  }

  #follow(moment: Moment, id: Id, command: AssignmentCommand): void {
    const held = this.#held(id)
    const before = held.now
    const above = held.parentId === null ? undefined : this.get(held.parentId)
    const parent = above ? { leadId: above.lead.id, dueOn: above.dueOn } : null
    const events = need(decide(before, command, { ...this.#officeFor(moment), parent }))
    const after = events.reduce(evolve, before)
    held.now = { ...after, version: before.version + 1, directiveId: before.directiveId }
    Object.assign(held.row, columnsOf(after), ...events.map((event) => marksOf(event, moment.at)), {
      version: held.now.version,
    })
    for (const event of events) this.#detail(moment, held, event)
  }

  #detail({ at }: Moment, held: Held, event: AssignmentEvent): void {
    if (event.type === 'progress_reported' || event.type === 'completion_reported') {
      const row = reportOf(event, { id: this.#newId(at), assignmentId: held.now.id, now: at })
      const undecided = { decidedBy: null, decidedAt: null, decidedReason: null }
      held.reports.push(withText({ ...row, ...undecided }, event.evidenceIds.toSorted()))
    }
    if (event.type === 'confirmed' || event.type === 'sent_back')
      held.reports = held.reports.map((report) =>
        report.row.outcome === 'pending'
          ? withText({ ...report.row, ...decisionOf(event, at) }, report.evidence)
          : report,
      )
  }

  #recordAssignment(moment: Moment, command: string, id: Id, data: object): void {
    const { row, reports, now } = this.#held(id)
    this.#record(moment, command, 'assignment', row, data, {
      cooperating: now.cooperatingIds.length === 0 ? null : jsonbText(now.cooperatingIds.toSorted()),
      reports: reports.length === 0 ? null : `[${reports.map(({ text }) => text).join(', ')}]`,
    })
  }

  #record(
    { at, by }: Moment,
    command: string,
    kind: string,
    row: object,
    data: object,
    parts: Record<string, string | null> = {},
  ): void {
    const { id, version } = row as { id: Id; version: number }
    const content = {
      id: this.#newId(at),
      recordedAt: at,
      actorId: by,
      command,
      subjectKind: kind,
      subjectId: id,
      subjectVersion: version,
      data,
      stateHash: stateDigest(kind, row, parts),
    }
    this.#entries.push({ ...content, partition: partitionOf(id), hash: entryHash(content) })
  }
}

/** The text under which the state of an assignment has the report. */
function withText(row: ReportRow, evidence: readonly Id[]): Report {
  const files = evidence.length === 0 ? null : jsonbText(evidence)
  return { row, evidence, text: rowText('report', row, { evidence: files }) }
}
