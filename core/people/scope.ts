import type { Id } from '#core/kernel/id.ts'
import { MAY, type Actor, type Deed, type Relation } from '#core/people/may.ts'

/** A unit alone, or a unit with all below it. */
export interface Reach {
  unitId: Id
  mode: 'own' | 'subtree'
}

/**
 * The same table seen from the database: from which units rows may come. Row policies compare these with a row's units. A unit id alone
 * means that unit and none below it. What is granted by `any` reaches over all below the unit at which the role is held: the top unit.
 */
export interface Scope {
  personId: Id
  content: Reach[] // directives, tasks and assignments are read
  register: Reach[] // register entries are read
  drafts: Reach[] // proposals are read
  addressed: Id[] // in its name addressed directives and assignments are read
  readsIssued: Id[] // what it issued is read, wherever it went
  records: Id[] // its register is written
  decides: Id[] // its proposals are decided, its tasks drafted
  names: Reach[] // the dictionary is edited
  issues: Id[] // in its name the actor issues, confirms, withdraws
  approves: Id[] // its drafts are approved
  stars: Id[] // in its name priorities are starred
  answers: Id[] // the actor answers for it as lead: accept, complete, cascade
  reports: Id[] // the actor reports progress for it as lead
  discusses: Id[] // in its name messages are written, and assignments marked as seen
  handlesAt: Id[] // of its assignments those the actor handles are read and reported on
  people: Reach[] // people are found by their names
  manages: Id[] // people and roles are written
  configures: Id[] // settings are written
  views: Id[] // views are shared there
  keepsViews: Id[] // what others share there is changed
  journal: Reach[] // the journal is read
}

export function scopeOf(actor: Actor): Scope {
  return {
    personId: actor.personId,
    content: reachOf(actor, 'assignment.read'),
    register: reachOf(actor, 'register.read'),
    drafts: reachOf(actor, 'proposal.read'),
    addressed: unitsBy(actor, 'addressed', ['directive.read', 'assignment.read']),
    readsIssued: unitsBy(actor, 'issued', ['assignment.read']),
    records: unitsBy(actor, 'own', ['directive.register']),
    decides: unitsBy(actor, 'own', ['proposal.decide', 'task.draft']),
    names: reachOf(actor, 'dictionary.edit'),
    issues: unitsBy(actor, 'issued', ['assignment.issue']),
    approves: unitsBy(actor, 'issued', ['assignment.approve']),
    stars: unitsBy(actor, 'subtree', ['task.star']),
    answers: unitsBy(actor, 'lead', ['assignment.accept']),
    reports: unitsBy(actor, 'lead', ['assignment.report']),
    discusses: unitsOf(actor, 'assignment.discuss'),
    handlesAt: unitsBy(actor, 'handler', ['assignment.read']),
    people: reachOf(actor, 'person.read'),
    manages: unitsBy(actor, 'any', ['person.manage']),
    configures: unitsBy(actor, 'any', ['settings.manage']),
    views: unitsBy(actor, 'own', ['view.share']),
    keepsViews: unitsBy(actor, 'own', ['view.keep']),
    journal: reachOf(actor, 'journal.read'),
  }
}

/** Where the actor reads by right of place, once each; of two roles at one unit the wider reach counts. */
export function reachOf(actor: Actor, deed: Deed): Reach[] {
  const reach = new Map<Id, Reach['mode']>()
  for (const { role, unitId } of actor.roles) {
    const relations = MAY[role][deed] ?? []
    if (relations.includes('subtree') || relations.includes('any')) reach.set(unitId, 'subtree')
    else if (relations.includes('own') && !reach.has(unitId)) reach.set(unitId, 'own')
  }
  return [...reach].map(([unitId, mode]) => ({ unitId, mode }))
}

/** At which units the actor holds a role that grants it, whatever the relation. */
function unitsOf(actor: Actor, deed: Deed): Id[] {
  const granted = actor.roles.filter(({ role }) => (MAY[role][deed] ?? []).length > 0)
  return [...new Set(granted.map(({ unitId }) => unitId))]
}

function unitsBy(actor: Actor, relation: Relation, deeds: readonly Deed[]): Id[] {
  const granted = actor.roles.filter(({ role }) => deeds.some((deed) => MAY[role][deed]?.includes(relation)))
  return [...new Set(granted.map(({ unitId }) => unitId))]
}
