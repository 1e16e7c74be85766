import { readFile } from 'node:fs/promises'
import { isAside } from '#core/directives/proposal.ts'
import { addWorkingDays } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import { addDays, daysBetween, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { Tx } from '#server/db/store.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { listProposals } from '#server/directives/describe.ts'
import { acceptProposal, decideProposal } from '#server/directives/proposals.ts'
import { registerDirective } from '#server/directives/register.ts'
import type { Request, System } from '#server/http/mount.ts'
import { need } from '#server/http/refusal.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { record } from '#server/journal/append.ts'
import { detectMediaType } from '#server/files/media-type.ts'
import { act, actOnAll } from '#server/tasks/act.ts'
import { lockAssignmentsOfTask, type StoredAssignment } from '#server/tasks/assignment-store.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { loadUnitRegister } from '#server/units/unit-register.ts'
import { DEMO_DIRECTIVES, type DemoDirective, DIRECTIVES_FOLDER } from '#demo/directives.ts'

/** The demo's last day: what would come later has not happened, and the newest directive waits for its reader. */
const LAST_DAY = '2026-11-20' as PlainDate
/** A task to more units than this is left as a proposal, for the visitor to try. */
const MOST_UNITS = 40
/** Tasks to many units in one directive that are issued; more would only make the first start slow. */
const MOST_FAN_OUTS = 1
const OFFICER = 'chuyenvien.vpb'
const SECOND_OFFICER = 'chuyenvien2.vpb'

type Player = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record' | 'version'>

/** Lets the demo's people work through its directives by the same commands as everybody, each on its own day. */
export async function playDemo(tx: Tx, { files, newId }: Pick<System, 'files' | 'newId'>): Promise<void> {
  const register = await loadUnitRegister(tx, LAST_DAY)
  const people = new Map(
    (await tx.selectFrom('person').select(['id', 'login']).execute()).map((row) => [row.login, row.id as Id]),
  )
  const heads = await tx
    .selectFrom('roleGrant')
    .select(['unitId', 'personId'])
    .where('role', '=', 'unit-head')
    .execute()
  const headOf = new Map(heads.map((row) => [row.unitId, row.personId as Id]))
  const as = (personId: Id | undefined, today: PlainDate, version = 0): Player => {
    if (personId === undefined) throw new Error('the demo names a person whom it does not have')
    const now = `${today}T02:30:00.000Z` as Instant
    const actor = { personId, roles: [], mustChangePassword: false, sessionHash: null }
    return {
      tx,
      register,
      actor,
      today,
      now,
      newId,
      version,
      record: (...acts) => record({ tx, actorId: personId, now, newId }, acts),
    }
  }
  const newest = DEMO_DIRECTIVES.at(-1)
  for (const directive of DEMO_DIRECTIVES) {
    const id = await registerOriginal(
      as(people.get(directive.registeredBy), directive.registeredOn),
      directive,
      files,
      register.tree.units[0]?.id,
    )
    if (directive === newest) continue
    const readOn = addDays(directive.registeredOn, 1)
    const officer = as(people.get(OFFICER), readOn)
    const tasks = await readProposals(officer, id)
    await closeReading(officer, id, tasks.length > 0 ? 'tasks-recorded' : 'no-task')
    for (const taskId of tasks) {
      await actOnAll(officer, await lockAssignmentsOfTask(tx, taskId), 'issue')
      for (const assignment of await lockAssignmentsOfTask(tx, taskId)) {
        await playAssignment(assignment, as, headOf.get(assignment.lead.id), people.get(SECOND_OFFICER), readOn)
      }
    }
  }
}

async function registerOriginal(
  clerk: Player,
  directive: DemoDirective,
  files: System['files'],
  ownerId: Id | undefined,
): Promise<Id> {
  const bytes = await readFile(new URL(directive.file, DIRECTIVES_FOLDER))
  const mediaType = detectMediaType(bytes)
  if (mediaType === undefined || ownerId === undefined)
    throw new Error(`the demo's ${directive.file} is of no known type`)
  const { sha256: hash, size } = await files.put(bytes)
  const fileId = clerk.newId()
  await clerk.tx
    .insertInto('file')
    .values({
      id: fileId,
      sha256: hash,
      size,
      mediaType,
      name: directive.file,
      addedBy: clerk.actor.personId,
      addedAt: clerk.now,
      version: 1,
    })
    .execute()
  await clerk.record({
    command: 'file.add',
    kind: 'file',
    id: fileId,
    data: { name: directive.file, sha256: hash, size },
  })
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

/** Accepts what names its leads without doubt, rejects what the machine itself doubts, leaves the rest open. */
async function readProposals(officer: Player, directiveId: Id): Promise<Id[]> {
  const tasks: Id[] = []
  let fanOuts = 0
  for (const proposal of await listProposals(officer, directiveId)) {
    if (isAside(proposal)) continue
    const request = { ...officer, version: proposal.version }
    const id = proposal.id as Id
    if (proposal.kind === 'target') {
      await acceptProposal(request, id, {})
      continue
    }
    const reach = proposal.matches.lead.map((match) =>
      match.status === 'sure' ? (match.candidates[0]?.count ?? 0) : 0,
    )
    const units = reach.length === 1 ? (reach[0] ?? 0) : 0
    if (units > 1) fanOuts += 1
    if (units > 0 && units <= MOST_UNITS && (units === 1 || fanOuts <= MOST_FAN_OUTS)) {
      const { taskId } = await acceptProposal(request, id, {})
      if (taskId) tasks.push(taskId)
    } else if ((proposal.reading.confidence ?? 1) < 0.4) await decideProposal(request, id, 'rejected')
  }
  return tasks
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

/** 0 to 99, the same on every machine: what kind of unit this one is in this task. */
function temper(assignment: StoredAssignment, salt: string): number {
  const unit = assignment.lead.id
  return Number.parseInt(sha256(`${unit} ${assignment.originalDueOn ?? ''} ${salt}`).slice(0, 6), 16) % 100
}

async function playAssignment(
  assignment: StoredAssignment,
  as: (personId: Id | undefined, today: PlainDate, version?: number) => Player,
  head: Id | undefined,
  confirmer: Id | undefined,
  issuedOn: PlainDate,
): Promise<void> {
  if (assignment.lead.kind === 'external' || head === undefined) return
  let version = assignment.version
  const step = async (person: Id | undefined, day: PlainDate, command: AssignmentCommand): Promise<boolean> => {
    if (day > LAST_DAY) return false
    await act(as(person, day, version), assignment.id, command)
    version += 1
    return true
  }
  const office = await readOffice(as(head, issuedOn))
  const later = (days: number) => addWorkingDays(office.calendar, issuedOn, days).value
  const answer = temper(assignment, 'answer')
  if (answer < 4) {
    await step(head, later(2), {
      type: 'return',
      onBehalf: false,
      reason: 'Nội dung thuộc nhiệm vụ của đơn vị khác, đề nghị Văn phòng Bộ xem lại đơn vị chủ trì.',
    })
    return
  }
  // One unit in eight answers nobody; the assignment then counts as accepted.
  if (answer >= 16 && !(await step(head, later(1 + (answer % 3)), { type: 'accept', onBehalf: false }))) return
  const due = assignment.dueOn ?? addDays(issuedOn, 90)
  const span = Math.max(8, daysBetween(issuedOn, due))
  const half = addDays(issuedOn, Math.max(7, Math.round(span / 2)))
  const diligence = temper(assignment, 'diligence')
  if (diligence < 80) {
    const percent = 30 + (diligence % 5) * 10
    if (
      !(await step(head, half, {
        type: 'report',
        onBehalf: false,
        text: `Đã triển khai, đạt khoảng ${percent}% khối lượng công việc được giao.`,
        percent,
        evidenceIds: [],
      }))
    )
      return
  }
  if (diligence >= 92) return
  const reportedOn = diligence < 70 ? addDays(due, -(diligence % 6)) : addDays(due, 4 + (diligence % 20))
  const day = reportedOn <= half ? addDays(half, 1) : reportedOn
  const done: AssignmentCommand = {
    type: 'report_complete',
    onBehalf: false,
    text: 'Đã hoàn thành nội dung được giao, gửi kèm báo cáo kết quả.',
    percent: 100,
    evidenceIds: [],
  }
  if (!(await step(head, day, done))) return
  const judged = temper(assignment, 'judged')
  if (judged < 8)
    await step(confirmer, addDays(day, 2), {
      type: 'send_back',
      reason: 'Báo cáo chưa nêu số liệu theo từng đơn vị cấp xã, đề nghị bổ sung.',
    })
  else if (judged < 85) await step(confirmer, addDays(day, 3), { type: 'confirm' })
}
