import type { Id } from '#core/kernel/id.ts'
import type { HeldRole, Role } from '#core/people/role.ts'

/** What can be done or read. The server refuses by these words, the web draws by them, row policies follow `scopeOf`. */
export const DEEDS = [
  'register.read',
  'directive.read',
  'directive.register',
  'directive.edit',
  'directive.close-reading',
  'proposal.read',
  'proposal.decide',
  'task.draft',
  'task.read',
  'task.star',
  'assignment.read',
  'assignment.approve',
  'assignment.issue',
  'assignment.withdraw',
  'assignment.reassign',
  'assignment.revise',
  'assignment.confirm', // and send back
  'assignment.accept',
  'assignment.return',
  'assignment.assign-handler',
  'assignment.report',
  'assignment.complete',
  'assignment.cascade',
  'assignment.discuss', // write messages, and be named in them
  'assignment.record-external', // accept and report for a lead that is an external unit
  'unit.read',
  'unit.manage',
  'dictionary.edit',
  'person.read',
  'person.manage',
  'settings.read',
  'settings.manage',
  'view.share', // and see what is shared
  'view.keep', // change what others share
  'journal.read',
  'file.add',
] as const
export type Deed = (typeof DEEDS)[number]

/** How the unit at which a role is held stands to the subject.
 *
 * own        it is the holding unit
 * subtree    it is the holding unit or above it
 * addressed  it is lead, cooperating or monitor, or among those whom the directive or task addresses
 * lead       it is the lead; only the lead answers
 * issued     it issued the assignment (or drafts it)
 * external   it issued the assignment, and the lead is an external unit: nobody speaks for a unit that can speak for itself
 * handler    it is the lead, and the person handles the assignment; a handler who left the unit has lost it
 * any        no subject needed
 */
export type Relation = 'own' | 'subtree' | 'addressed' | 'lead' | 'issued' | 'external' | 'handler' | 'any'

type Grants = { readonly [deed in Deed]?: readonly Relation[] }

/** "A handler sees the assignments they handle, reports progress and adds evidence", whatever their role in the unit. */
const AS_HANDLER = {
  'assignment.read': ['handler'],
  'assignment.discuss': ['handler'],
  'assignment.report': ['handler'],
  'file.add': ['handler'],
} as const

/** "Everything in the subtree". `addressed` and `issued` add what stands across the tree: a province's leader reads no less of
 * a ministry's assignment to the province than its unit head does, and a department reads what it issued to a province. */
const ALL_BELOW = {
  'view.share': ['own'],
  'register.read': ['subtree', 'addressed'],
  'directive.read': ['subtree', 'addressed'],
  'task.read': ['subtree', 'addressed', 'issued'],
  'assignment.read': ['subtree', 'addressed', 'issued', 'handler'],
  'assignment.discuss': ['subtree', 'addressed', 'issued', 'handler'],
  'person.read': ['subtree'],
  'unit.read': ['any'],
} as const

/** What the one who issued does afterwards: never a superior of the issuing unit, never an office that only sees it. */
const AS_ISSUER = {
  'assignment.issue': ['issued'],
  'assignment.withdraw': ['issued'],
  'assignment.reassign': ['issued'],
  'assignment.revise': ['issued'],
  'assignment.confirm': ['issued'],
} as const

/** What unit heads and focal points share. They issue and confirm by `issued` because a unit without an office cascades too;
 * they cannot draft a task of their own, so all that reaches them that way is a cascade. */
const ANSWERS_FOR_UNIT = {
  ...ALL_BELOW,
  ...AS_ISSUER,
  'assignment.accept': ['lead'],
  'assignment.assign-handler': ['lead'],
  'assignment.report': ['lead', 'handler'],
  'assignment.complete': ['lead'],
  'assignment.cascade': ['lead'],
  'file.add': ['any'],
} as const

/**
 * The authority table ("Who may do what"), read by server, web and row policies alike. What is absent is refused.
 *
 * Registers are written by `own`: an office sees the registers below it and writes only into that of its own unit. Administrator
 * and auditor are not bound to a subtree ("settings, people, units"; "all"), which is why they are held at a top unit only
 * (`canBeHeldAt`).
 */
export const MAY: Readonly<Record<Role, Grants>> = {
  leader: {
    ...AS_HANDLER,
    ...ALL_BELOW,
    'proposal.read': ['subtree'],
    'task.star': ['subtree', 'addressed', 'issued'],
    'assignment.approve': ['issued'],
  },
  officer: {
    ...AS_HANDLER,
    ...ALL_BELOW,
    ...AS_ISSUER,
    'directive.register': ['own'],
    'directive.edit': ['own'],
    'directive.close-reading': ['own'],
    'proposal.read': ['subtree'],
    'view.keep': ['own'],
    'proposal.decide': ['own'],
    'task.draft': ['own'],
    'assignment.record-external': ['external'],
    // A name that an office teaches is heard by everybody: only of what is in its subtree.
    'dictionary.edit': ['subtree'],
    'file.add': ['any'],
  },
  // The register is symbol, dates, parties and subject; the text of a directive is content, and not the clerk's to read.
  clerk: {
    ...AS_HANDLER,
    'view.share': ['own'],
    'register.read': ['subtree'],
    'directive.register': ['own'],
    'directive.edit': ['own'],
    'unit.read': ['any'],
    'file.add': ['any'],
  },
  'unit-head': { ...ANSWERS_FOR_UNIT, 'assignment.return': ['lead'], 'view.keep': ['own'] },
  'focal-point': ANSWERS_FOR_UNIT,
  // "Own unit": also the assignments it leads, not those in which it only cooperates, nor the directives that address it.
  reporter: {
    'view.share': ['own'],
    'register.read': ['own'],
    'directive.read': ['own'],
    'task.read': ['own'],
    'assignment.read': ['own', 'handler'],
    'assignment.discuss': ['own', 'handler'],
    'assignment.report': ['lead', 'handler'],
    'person.read': ['own'],
    'unit.read': ['any'],
    'file.add': ['any'],
  },
  // What an inspection, a release or an agreement opens comes with those slices; until then these three see the organisation.
  inspector: { ...AS_HANDLER, 'unit.read': ['any'] },
  'press-officer': { ...AS_HANDLER, 'unit.read': ['any'] },
  liaison: { 'unit.read': ['any'] },
  // Does nothing, and so not even what a handler does.
  auditor: {
    'register.read': ['any'],
    'directive.read': ['any'],
    'proposal.read': ['any'],
    'task.read': ['any'],
    'assignment.read': ['any'],
    'person.read': ['any'],
    'unit.read': ['any'],
    'settings.read': ['any'],
    'journal.read': ['any'],
  },
  // "No content by right": an administrator who needs content holds a second role, and that shows in the journal.
  administrator: {
    'unit.read': ['any'],
    'unit.manage': ['any'],
    'person.read': ['any'],
    'person.manage': ['any'],
    'settings.read': ['any'],
    'settings.manage': ['any'],
  },
}

/** Ids of a unit's ancestors from the top of its tree down to the unit itself, which is the last. */
export type UnitPath = readonly Id[]

/** Who acts, with the roles in force today (`rolesOn`). */
export interface Actor {
  personId: Id
  roles: readonly HeldRole[]
}

/**
 * What is acted upon, reduced to the units and persons that decide. A path that is absent matches nobody.
 *
 * holding    whose it is: of a directive the unit whose register has it, of a task the unit that drafted it, of an issued
 *            assignment its lead, of a draft or an external lead's assignment the unit that issues it, of a person or unit itself
 * addressed  of a directive or a task: every unit that its issued assignments address, in whatever part
 */
export interface Subject {
  units: {
    holding?: UnitPath | undefined
    lead?: UnitPath | undefined
    cooperating?: readonly UnitPath[] | undefined
    monitor?: UnitPath | undefined
    addressed?: readonly UnitPath[] | undefined
    issuedBy?: UnitPath | undefined
  }
  leadIsExternal?: boolean | undefined
  handlerIds?: readonly Id[] | undefined
}

/** May the actor do this to this subject? Without a subject only what needs none is allowed. */
export function allows(actor: Actor, deed: Deed, subject?: Subject): boolean {
  return rolesGranting(actor, deed, subject).length > 0
}

/** The roles by which the actor may do it, for the journal ("as officer of …"); empty when he may not. */
export function rolesGranting(actor: Actor, deed: Deed, subject?: Subject): HeldRole[] {
  return actor.roles.filter((held) =>
    (MAY[held.role][deed] ?? []).some(
      (relation) => relation === 'any' || (subject !== undefined && stands(actor, held, relation, subject)),
    ),
  )
}

/** Is there any subject on which the actor might do this? The first door of an endpoint and the menu of the web; never the last. */
export function allowsSomewhere(actor: Actor, deed: Deed): boolean {
  return actor.roles.some((held) => (MAY[held.role][deed] ?? []).length > 0)
}

function stands(actor: Actor, held: HeldRole, relation: Exclude<Relation, 'any'>, subject: Subject): boolean {
  const { holding, lead, cooperating, monitor, addressed, issuedBy } = subject.units
  const isSelf = (path: UnitPath | undefined) => path?.at(-1) === held.unitId
  switch (relation) {
    case 'own':
      return isSelf(holding)
    case 'subtree':
      return holding?.includes(held.unitId) ?? false
    case 'addressed':
      return [lead, monitor, ...(cooperating ?? []), ...(addressed ?? [])].some(isSelf)
    case 'lead':
      return isSelf(lead)
    case 'issued':
      return isSelf(issuedBy)
    case 'external':
      return isSelf(issuedBy) && subject.leadIsExternal === true
    case 'handler':
      return isSelf(lead) && (subject.handlerIds?.includes(actor.personId) ?? false)
  }
}
