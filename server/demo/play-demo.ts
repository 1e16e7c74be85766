import type { Id } from '#core/kernel/id.ts'
import { addDays, dayOf, type Instant } from '#core/kernel/plain-date.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import { reportDays } from '#core/tasks/reporting.ts'
import type { Tx } from '#server/db/store.ts'
import { type Agenda, agenda } from '#server/demo/agenda.ts'
import { evidenceOf } from '#server/demo/demo-evidence.ts'
import { Histories, type Moment } from '#server/demo/histories.ts'
import { playDiscussions } from '#server/demo/play-discussions.ts'
import { playLeadership } from '#server/demo/play-leadership.ts'
import { readDirectives } from '#server/demo/read-directives.ts'
import type { System } from '#server/http/mount.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import type { TaskDraft } from '#server/tasks/plan-task.ts'
import { expandAddressees, matchName } from '#server/units/addressees.ts'
import { loadUnitRegister, type UnitRegister } from '#server/units/unit-register.ts'
import type { DemoAdministration } from '#demo/administration.ts'
import { BY_HAND_TASKS, type ByHandTask } from '#demo/by-hand-tasks.ts'
import { CASCADES } from '#demo/cascades.ts'
import { courseOf } from '#demo/course.ts'
import { drawOf } from '#demo/draw.ts'
import { momentIds } from '#demo/moment-id.ts'
import { atWork, LAST_DAY, minutesAfter, workedFrom, workedUntil, workingDaysAfter } from '#demo/office-hours.ts'
import { scheduleOf } from '#demo/schedules.ts'
import { type Staff, staffOf } from '#demo/staff.ts'

const NOBODY: Staff = { heads: [], focals: [], reporters: [], officers: [], leaders: [] }

/** A task on its way: the same key gives the same course on every machine. */
export interface Planned {
  key: string
  moment: Moment
  draft: TaskDraft
  /** The office that gives it: whoever drafted it first. */
  office: readonly Id[]
  stays?: 'draft' | 'approved' | undefined
  /** Symbol of the directive, for what is cascaded from it. */
  symbol?: string | undefined
}

/**
 * Lets the demo's people work: directives are registered and read by the commands of everybody, each on its own day; what becomes of the tasks
 * is decided by the same rules (`Histories`) and stored at once. One run of events in the order of time.
 */
export async function playDemo(tx: Tx, demo: DemoAdministration, { files }: Pick<System, 'files'>): Promise<void> {
  const newId = momentIds()
  const register = await loadUnitRegister(tx, LAST_DAY)
  const people = new Map(demo.people.map(({ login, id }) => [login, id]))
  const someone = (login: string): Id => people.get(login) ?? lacking(login)
  const office = await readOffice({
    tx,
    register,
    today: LAST_DAY,
    actor: { personId: someone('chuyenvien.vpb'), roles: [], mustChangePassword: false, sessionHash: null },
  })
  const read = await readDirectives({ tx, register, files, newId, someone })
  const staff = staffOf(demo.people)
  const run = new Run(new Histories(office, register, newId), register, staff, await evidenceOf(files))
  for (const task of read) run.plan(task)
  for (const [at, task] of BY_HAND_TASKS.entries()) run.plan(byHand(task, at, register, someone))
  run.play()
  await run.histories.store(tx)
  await playDiscussions(tx, { people: demo.people, staff, newId })
  await playLeadership(tx, {
    ministryId: demo.ministryId,
    minister: someone('lanhdao.bo'),
    administrator: someone('quantri.bo'),
    newId,
  })
}

function lacking(what: string): never {
  throw new Error(`the demo names ${what}, whom it does not have`)
}

class Run {
  readonly histories: Histories
  readonly #register: UnitRegister
  readonly #staff: ReadonlyMap<Id, Staff>
  readonly #evidence: Awaited<ReturnType<typeof evidenceOf>>
  readonly #agenda: Agenda = agenda()
  /** Of each lead, the assignments that it has, for one that goes into another. */
  readonly #byLead = new Map<Id, Id[]>()

  constructor(
    histories: Histories,
    register: UnitRegister,
    staff: ReadonlyMap<Id, Staff>,
    evidence: Awaited<ReturnType<typeof evidenceOf>>,
  ) {
    this.histories = histories
    this.#register = register
    this.#staff = staff
    this.#evidence = evidence
  }

  plan(task: Planned): void {
    this.#agenda.add(task.moment.at, () => this.#draft(task))
  }

  play(): void {
    this.#agenda.run()
  }

  #draft(task: Planned): void {
    const { moment, key, stays } = task
    const { taskId, assignments } = this.histories.draft(moment, task.draft)
    if (stays === 'draft') return
    const draw = drawOf(`give ${key}`)
    const at = minutesAfter(moment.at, draw.between(8, 50))
    if (stays === 'approved') {
      const [leader] = this.#staffOf(task.draft.ownerId).leaders
      if (!leader) return lacking('a leader')
      this.#agenda.add(at, () => this.histories.giveAll({ at, by: leader }, taskId, assignments, 'approve'))
      return
    }
    this.#agenda.add(at, () => {
      this.histories.giveAll({ at, by: moment.by }, taskId, assignments, 'issue')
      for (const id of assignments) this.#begin(task, id, at)
    })
  }

  #begin(task: Planned, id: Id, issuedAt: Instant): void {
    const { lead, dueOn, reporting } = this.histories.get(id)
    const unit = this.#register.tree.byId.get(lead.id)
    const others = this.#byLead.get(lead.id) ?? []
    const draw = drawOf(`another ${task.key} ${lead.id}`)
    const tier = unit?.tier === 3 ? 'commune' : unit?.kind === 'provincial-body' ? 'province' : 'department'
    const steps = courseOf({
      key: `${task.key} ${lead.id}`,
      action: task.draft.action,
      issuedAt,
      dueOn,
      reportDays: reportDays(reporting, dayOf(issuedAt), LAST_DAY),
      isCascaded: task.draft.source.kind === 'cascade',
      lead,
      tier,
      staff: this.#staffOf(lead.id),
      office: task.office,
      communes: unit && tier === 'province' ? Math.max(1, unit.last - unit.pos) : 1,
      symbol: tier === 'commune' ? 'BPTCS' : 'SPTCS',
      name: this.#register.ref(lead.id).shortName,
      otherLead: this.#otherLead(lead, tier, draw.share()),
      another: others.length > 0 ? draw.pick(others) : null,
    })
    this.#byLead.set(lead.id, [...others, id])
    for (const { at, by, command, enclosed } of steps) {
      this.#agenda.add(at, () => {
        const evidenceIds = enclosed.map((one) =>
          this.histories.addFile({ at, by }, { ...this.#evidence(one.file), name: one.name }),
        )
        this.histories.act({ at, by }, id, 'evidenceIds' in command ? { ...command, evidenceIds } : command)
        if (command.type === 'accept') this.#cascade(task, id, at)
      })
    }
  }

  /** A department's work may go to another department; what is a place's own goes nowhere else. */
  #otherLead(lead: Lead, tier: string, share: number): Lead | null {
    if (tier !== 'department') return null
    const departments = this.#register.tree.units.filter(({ kind, id }) => kind === 'department.line' && id !== lead.id)
    const other = departments[Math.floor(share * departments.length)]
    return other ? { kind: 'unit', id: other.id } : null
  }

  /** A province gives on what its communes have to do. */
  #cascade(task: Planned, id: Id, acceptedAt: Instant): void {
    const parent = this.histories.get(id)
    const unit = this.#register.tree.byId.get(parent.lead.id)
    if (!unit || unit.kind !== 'provincial-body' || parent.dueOn === null) return
    for (const [number, cascade] of CASCADES.entries()) {
      const draw = drawOf(`cascade ${number} ${unit.id}`)
      if (cascade.directive !== task.symbol || !cascade.sentence.test(task.draft.action)) continue
      if (!unit.hasOffice && !draw.chance(cascade.share)) continue
      const given = this.#register.tree.units.filter(
        (below) =>
          below.pos > unit.pos &&
          below.pos <= unit.last &&
          this.#staffOf(below.id).heads.length > 0 &&
          below.tier === 3,
      )
      const staff = this.#staffOf(unit.id)
      const [by] = staff.focals.length > 0 ? staff.focals : staff.heads
      const day = workingDaysAfter(dayOf(acceptedAt), draw.between(1, 4))
      const dueOn = workedUntil(addDays(parent.dueOn, -cascade.daysBefore))
      if (!by || given.length === 0 || day > LAST_DAY || dueOn <= addDays(day, 4)) continue
      const at = atWork(day, draw)
      this.#agenda.add(at, () => {
        const now = this.histories.get(id)
        if (now.state !== 'accepted' && now.state !== 'in_progress') return
        const leads = given.map((below) => ({ kind: 'unit' as const, id: below.id }))
        const { action, deliverable } = cascade
        const source = { kind: 'cascade' as const, parent: now }
        const choice = { leads, cooperating: [], monitorId: null }
        const draft = { ...choice, action, deliverable, deadline: null, dueOn, ownerId: unit.id, source }
        this.#draft({
          key: `${task.key} cascade ${number} ${unit.id}`,
          moment: { at, by },
          draft,
          office: [by, ...staff.heads, ...staff.officers],
        })
      })
    }
  }

  #staffOf(unitId: Id): Staff {
    return this.#staff.get(unitId) ?? NOBODY
  }
}

function byHand(task: ByHandTask, number: number, register: UnitRegister, someone: (login: string) => Id): Planned {
  const named = (names: readonly string[]) =>
    names.map((name) => {
      const { status, candidates } = matchName(register, name)
      const [best] = candidates
      return status === 'sure' && best ? { kind: best.kind, id: best.id } : lacking(name)
    })
  const by = someone(task.by)
  const key = `by hand ${number} ${task.action}`
  const own =
    task.by === 'chuyenvien.vpb' ? 'chuyenvien2.vpb' : task.by === 'chuyenvien2.vpb' ? 'chuyenvien.vpb' : task.by
  const leads = named(task.leads)
  const ownerId = ownerOf(register, task.by)
  const [monitor] = expandAddressees(register, task.monitor === null ? [] : named([task.monitor]))
  return {
    key,
    moment: { at: atWork(workedFrom(task.on), drawOf(key)), by },
    draft: {
      leads,
      cooperating: named(task.cooperating),
      monitorId: monitor?.id ?? null,
      action: task.action,
      deliverable: task.deliverable,
      deadline: task.dueOn && {
        text: `đến hết ngày ${task.dueOn.split('-').toReversed().join('/')}`,
        kind: 'by',
        iso: task.dueOn,
      },
      ownerId,
      reporting: scheduleOf(key, task.on, task.dueOn),
      source: { kind: 'by-hand', note: task.source },
    },
    office: [by, someone(own)],
    stays: task.stays,
  }
}

/** The unit whose office an officer sits in: of the ministry, or of a province. */
function ownerOf(register: UnitRegister, login: string): Id {
  const place = login.split('.')[1]
  if (place === 'vpb') return register.top?.id ?? lacking('a top unit')
  const { candidates } = matchName(register, place === 'lamdong' ? 'Sở PTCS Lâm Đồng' : 'Sở PTCS An Giang')
  return candidates[0]?.id ?? lacking(login)
}
