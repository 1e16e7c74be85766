import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import { allows, allowsSomewhere, DEEDS, MAY, rolesGranting } from '#core/people/may.ts'
import { scopeOf } from '#core/people/scope.ts'
import type { Actor, Deed, Subject } from '#core/people/may.ts'
import { Role } from '#core/people/role.ts'

const MINISTRY = 'ministry' as Id
const DEPARTMENT = 'department' as Id
const PROVINCE = 'province' as Id
const COMMUNE = 'commune' as Id
const ministry = [MINISTRY]
const department = [MINISTRY, DEPARTMENT]
const province = [MINISTRY, PROVINCE]
const commune = [MINISTRY, PROVINCE, COMMUNE]
const LAN = 'lan' as Id

/** Issued by the ministry to the province, the department cooperating. */
const toProvince: Subject = {
  units: { holding: province, lead: province, cooperating: [department], issuedBy: ministry },
}
const handledByLan: Subject = { ...toProvince, handlerIds: [LAN] }
/** Cascaded by the province to its commune. */
const toCommune: Subject = { units: { holding: commune, lead: commune, issuedBy: province } }
const ministryDraft: Subject = { units: { holding: ministry, issuedBy: ministry } }
/** Of the ministry's register, addressed to the province. */
const ministryDirective: Subject = { units: { holding: ministry, addressed: [province] } }
const provinceDirective: Subject = { units: { holding: province } }

const AFTER_ISSUE = ['withdraw', 'reassign', 'revise', 'confirm']
const ANSWERS = ['accept', 'assign-handler', 'report', 'complete', 'cascade']

function as(role: Role, unitId: Id): Actor {
  return { personId: LAN, roles: [{ role, unitId }] }
}

/** Compares with all that is allowed on the subject: what is not named must be refused. */
function assertMay(actor: Actor, slice: 'assignment' | 'directive', subject: Subject, verbs: readonly string[]): void {
  const allowed = DEEDS.filter((deed) => deed.startsWith(`${slice}.`) && allows(actor, deed, subject))
  assert.deepEqual(allowed.toSorted(), verbs.map((verb) => `${slice}.${verb}`).toSorted())
}

function assertAnywhere(actor: Actor, deeds: readonly Deed[]): void {
  assert.deepEqual(DEEDS.filter((deed) => allows(actor, deed)).toSorted(), deeds.toSorted())
}

test('a leader reads everything in the subtree', () => {
  assertMay(as('leader', MINISTRY), 'assignment', toCommune, ['read', 'discuss'])
  assertMay(as('leader', MINISTRY), 'directive', provinceDirective, ['read'])
  assertMay(as('leader', PROVINCE), 'assignment', ministryDraft, [])
})

test('a leader approves before issue what the own unit drafts, and issues nothing', () => {
  assertMay(as('leader', MINISTRY), 'assignment', ministryDraft, ['read', 'discuss', 'approve'])
})

test('a leader of an addressed unit reads no less than its unit head', () => {
  assertMay(as('leader', PROVINCE), 'directive', ministryDirective, ['read'])
  assertMay(as('leader', DEPARTMENT), 'assignment', toProvince, ['read', 'discuss'])
})

test('an office officer reads everything in the subtree and records directives in the register of the own unit', () => {
  assertMay(as('officer', MINISTRY), 'directive', ministryDirective, ['read', 'register', 'edit', 'close-reading'])
  assertMay(as('officer', MINISTRY), 'directive', provinceDirective, ['read'])
  assertMay(as('officer', PROVINCE), 'directive', ministryDirective, ['read'])
})

test('proposals are read by the office and its leaders, where the directive is registered and above', () => {
  const mayRead = (role: Role, unitId: Id) => allows(as(role, unitId), 'proposal.read', ministryDirective)
  const readers = Role.options.filter((role) => mayRead(role, MINISTRY))
  assert.deepEqual(readers, ['leader', 'officer', 'auditor'])
  assert.equal(mayRead('officer', PROVINCE), false)
})

test('an office officer accepts commitments and drafts tasks for the own unit only', () => {
  for (const deed of ['proposal.decide', 'task.draft'] as const) {
    assert.equal(allows(as('officer', MINISTRY), deed, ministryDirective), true)
    assert.equal(allows(as('officer', MINISTRY), deed, provinceDirective), false)
  }
})

test('an office officer issues, confirms or sends back, withdraws and reassigns what the own unit issued', () => {
  const deeds = ['read', 'discuss', 'issue', ...AFTER_ISSUE]
  assertMay(as('officer', MINISTRY), 'assignment', toProvince, deeds)
})

test('an office officer does not confirm what a superior issued to the own unit, nor what a unit below issued', () => {
  assertMay(as('officer', PROVINCE), 'assignment', toProvince, ['read', 'discuss'])
  assertMay(as('officer', MINISTRY), 'assignment', toCommune, ['read', 'discuss'])
})

test('only the office that issued to an external unit records its answers', () => {
  const byProvince: Subject = { units: { holding: province, issuedBy: province }, leadIsExternal: true }
  const mayRecord = (role: Role, unitId: Id) => allows(as(role, unitId), 'assignment.record-external', byProvince)
  assert.equal(mayRecord('officer', PROVINCE), true)
  assert.equal(mayRecord('officer', MINISTRY), false)
  assert.equal(mayRecord('unit-head', PROVINCE), false)
  assert.equal(mayRecord('liaison', PROVINCE), false)
})

test('nobody records the answers of a unit that can answer for itself', () => {
  for (const role of Role.options) {
    assert.equal(allows(as(role, MINISTRY), 'assignment.record-external', toProvince), false)
  }
})

test('an office officer edits the dictionary of the subtree', () => {
  assertAnywhere(as('officer', MINISTRY), ['file.add', 'unit.read'])
  assert.equal(allows(as('officer', PROVINCE), 'dictionary.edit', { units: { holding: commune } }), true)
  assert.equal(allows(as('officer', PROVINCE), 'dictionary.edit', { units: { holding: department } }), false)
})

test('a clerk reads the register in the subtree and registers for the own unit; content is not the clerk’s to read', () => {
  assert.equal(allows(as('clerk', MINISTRY), 'register.read', provinceDirective), true)
  assertMay(as('clerk', MINISTRY), 'directive', ministryDirective, ['register', 'edit'])
  assertMay(as('clerk', MINISTRY), 'directive', provinceDirective, [])
  assertMay(as('clerk', MINISTRY), 'assignment', toProvince, [])
})

test('a unit head accepts or returns, assigns handlers, reports progress and completion, cascades', () => {
  assertMay(as('unit-head', PROVINCE), 'assignment', toProvince, ['read', 'discuss', ...ANSWERS, 'return'])
})

test('a focal point does the same except returning', () => {
  assertMay(as('focal-point', PROVINCE), 'assignment', toProvince, ['read', 'discuss', ...ANSWERS])
})

test('a unit head reads own and subtree and addressed directives', () => {
  assertMay(as('unit-head', PROVINCE), 'directive', ministryDirective, ['read'])
  assertMay(as('unit-head', MINISTRY), 'directive', provinceDirective, ['read'])
  assertMay(as('unit-head', COMMUNE), 'directive', ministryDirective, [])
  assertMay(as('unit-head', COMMUNE), 'assignment', toProvince, [])
})

test('a unit head answers for the own unit, never for one below', () => {
  assert.equal(allows(as('unit-head', PROVINCE), 'assignment.accept', toCommune), false)
})

test('what a unit cascaded, its unit head or focal point confirms', () => {
  for (const role of ['unit-head', 'focal-point'] as const) {
    assertMay(as(role, PROVINCE), 'assignment', toCommune, ['read', 'discuss', 'issue', ...AFTER_ISSUE])
  }
})

test('in no role does the unit that leads confirm its own assignment', () => {
  for (const role of Role.options) assert.equal(allows(as(role, PROVINCE), 'assignment.confirm', toProvince), false)
})

test('a cooperating unit and a monitor read the assignment and answer nothing', () => {
  assertMay(as('unit-head', DEPARTMENT), 'assignment', toProvince, ['read', 'discuss'])
  const watched: Subject = { units: { holding: province, lead: province, monitor: department, issuedBy: ministry } }
  assertMay(as('focal-point', DEPARTMENT), 'assignment', watched, ['read', 'discuss'])
})

test('a reporter reads the own unit and fills progress reports and evidence', () => {
  assertMay(as('reporter', PROVINCE), 'assignment', toProvince, ['read', 'discuss', 'report'])
  assertMay(as('reporter', PROVINCE), 'assignment', toCommune, [])
  assertMay(as('reporter', DEPARTMENT), 'assignment', toProvince, [])
  assertAnywhere(as('reporter', PROVINCE), ['file.add', 'unit.read'])
})

test('a handler sees the assignment they handle, reports progress and adds evidence; completion is not theirs', () => {
  for (const role of ['inspector', 'press-officer', 'clerk'] as const) {
    assertMay(as(role, PROVINCE), 'assignment', handledByLan, ['read', 'discuss', 'report'])
    assert.equal(allows(as(role, PROVINCE), 'file.add', handledByLan), true)
    assertMay(as(role, PROVINCE), 'assignment', toProvince, [])
  }
})

test('former holders keep nothing: a handler without a role in the unit that leads sees nothing', () => {
  assertMay({ personId: LAN, roles: [] }, 'assignment', handledByLan, [])
  assertMay(as('press-officer', COMMUNE), 'assignment', handledByLan, [])
})

test('an inspector, a press officer and a partner liaison see the organisation and no content', () => {
  for (const role of ['inspector', 'press-officer', 'liaison'] as const) {
    assertAnywhere(as(role, MINISTRY), ['unit.read'])
    assertMay(as(role, MINISTRY), 'assignment', toProvince, [])
    assertMay(as(role, MINISTRY), 'directive', ministryDirective, [])
  }
})

test('an auditor reads all, the journal included, and does nothing', () => {
  const allowed = DEEDS.filter((deed) => allows(as('auditor', MINISTRY), deed))
  assert.deepEqual(
    allowed,
    DEEDS.filter((deed) => deed.endsWith('.read')),
  )
  assertMay(as('auditor', MINISTRY), 'assignment', { ...toProvince, handlerIds: [LAN] }, ['read'])
})

test('an administrator manages settings, people and units and reads no content by right', () => {
  const manages = ['unit.manage', 'person.manage', 'settings.manage'] as const
  assertAnywhere(as('administrator', MINISTRY), ['unit.read', 'person.read', 'settings.read', ...manages])
  for (const subject of [toProvince, ministryDraft, handledByLan]) {
    assertMay(as('administrator', MINISTRY), 'assignment', subject, [])
  }
  assertMay(as('administrator', MINISTRY), 'directive', ministryDirective, [])
})

test('every deed is granted to some role, and every role is in the table', () => {
  assert.deepEqual(Object.keys(MAY).toSorted(), Role.options.toSorted())
  for (const deed of DEEDS)
    assert.ok(
      Role.options.some((role) => MAY[role][deed]?.length),
      deed,
    )
})

test('a right that depends on a subject is refused without one, though a door may open for it', () => {
  assert.equal(allows(as('officer', MINISTRY), 'task.draft'), false)
  assert.equal(allowsSomewhere(as('officer', MINISTRY), 'task.draft'), true)
  assert.equal(allowsSomewhere(as('clerk', MINISTRY), 'task.draft'), false)
})

test('the journal can say as what somebody acted', () => {
  const actor: Actor = { personId: LAN, roles: [...as('officer', PROVINCE).roles, ...as('unit-head', PROVINCE).roles] }
  assert.deepEqual(rolesGranting(actor, 'assignment.accept', toProvince), [{ role: 'unit-head', unitId: PROVINCE }])
  assert.deepEqual(rolesGranting(actor, 'task.draft', provinceDirective), [{ role: 'officer', unitId: PROVINCE }])
})

test('the scope of a unit head: reads all below, answers and issues for the unit alone, writes no register', () => {
  const subtree = [{ unitId: PROVINCE, mode: 'subtree' }]
  assert.deepEqual(scopeOf(as('unit-head', PROVINCE)), {
    personId: LAN,
    content: subtree,
    register: subtree,
    drafts: [],
    addressed: [PROVINCE],
    readsIssued: [PROVINCE],
    records: [],
    decides: [],
    names: [],
    issues: [PROVINCE],
    approves: [],
    stars: [],
    answers: [PROVINCE],
    reports: [PROVINCE],
    discusses: [PROVINCE],
    handlesAt: [PROVINCE],
    people: subtree,
    manages: [],
    configures: [],
    views: [PROVINCE],
    keepsViews: [PROVINCE],
    journal: [],
  })
})

test('the scope of a clerk reads the register and no content', () => {
  const { content, register, records, addressed } = scopeOf(as('clerk', MINISTRY))
  assert.deepEqual([content, register], [[], [{ unitId: MINISTRY, mode: 'subtree' }]])
  assert.deepEqual([records, addressed], [[MINISTRY], []])
})

test('the scope of an auditor is all below the top unit, the journal included, and nothing to write', () => {
  const all = [{ unitId: MINISTRY, mode: 'subtree' }]
  const { content, register, drafts, people, journal, personId, ...others } = scopeOf(as('auditor', MINISTRY))
  assert.deepEqual([content, register, drafts, people, journal, personId], [all, all, all, all, all, LAN])
  for (const [name, units] of Object.entries(others)) assert.deepEqual(units, [], name)
})

test('the scope of an administrator manages and reads no content', () => {
  const { content, manages, journal } = scopeOf(as('administrator', MINISTRY))
  assert.deepEqual([content, manages, journal], [[], [MINISTRY], []])
})

test('of two roles at one unit the wider reach counts', () => {
  const actor: Actor = {
    personId: LAN,
    roles: [...as('unit-head', PROVINCE).roles, ...as('reporter', PROVINCE).roles],
  }
  assert.deepEqual(scopeOf(actor).content, [{ unitId: PROVINCE, mode: 'subtree' }])
})

test('what is in scope to read is also read by right', () => {
  for (const role of Role.options) {
    for (const unitId of [MINISTRY, DEPARTMENT, PROVINCE, COMMUNE]) {
      const actor = as(role, unitId)
      for (const subject of [ministryDraft, toProvince, toCommune]) {
        const holding = subject.units.holding ?? []
        const isInScope = scopeOf(actor).content.some((reach) =>
          reach.mode === 'own' ? holding.at(-1) === reach.unitId : holding.includes(reach.unitId),
        )
        if (isInScope) assert.ok(allows(actor, 'assignment.read', subject), `${role} at ${unitId}`)
      }
    }
  }
})
