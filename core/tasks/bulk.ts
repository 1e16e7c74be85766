import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { type Assignment, isGiven } from '#core/tasks/assignment.ts'

const reason = z.string().trim().min(1).max(2000)
/** The version that was read: a row that somebody has changed since is left alone. */
const OnRow = z.object({ id: Id, version: z.int().min(0) })

/** One of several commands that are given at once; each is decided as if it were given alone. */
export const BulkCommand = z
  .discriminatedUnion('action', [
    OnRow.extend({ action: z.literal('approve') }),
    OnRow.extend({ action: z.literal('issue') }),
    OnRow.extend({ action: z.literal('accept') }),
    OnRow.extend({ action: z.literal('confirm') }),
    OnRow.extend({ action: z.literal('withdraw'), reason }),
    OnRow.extend({ action: z.literal('assign_handler'), personId: Id.nullable() }),
    OnRow.extend({ action: z.literal('revise'), dueOn: PlainDate.nullable(), reason }),
    OnRow.extend({ action: z.literal('set_cooperating'), unitIds: z.array(Id).max(200) }),
    /** Beside those who cooperate already: over many rows nobody means to take the others out. */
    OnRow.extend({ action: z.literal('add_cooperating'), unitIds: z.array(Id).min(1).max(200) }),
  ])
  .meta({ id: 'BulkCommand' })
export type BulkCommand = z.infer<typeof BulkCommand>

/** What takes a command back, without the row, its version and the reason, which whoever takes it back adds. */
const BulkCounter = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('assign_handler'), personId: Id.nullable() }),
    z.object({ action: z.literal('revise'), dueOn: PlainDate.nullable() }),
    z.object({ action: z.literal('set_cooperating'), unitIds: z.array(Id) }),
  ])
  .meta({ id: 'BulkCounter' })
export type BulkCounter = z.infer<typeof BulkCounter>

/** What became of one of the commands. */
export const BulkOutcome = z
  .object({
    id: Id,
    done: z.boolean(),
    /** Of the row afterwards, where the command was done. */
    version: z.int().nullable(),
    /** Why it was refused: the code, and what belongs to it. */
    problem: z.looseObject({ code: z.string() }).nullable(),
    /** Null where nothing takes it back. */
    counter: BulkCounter.nullable(),
  })
  .meta({ id: 'BulkOutcome' })
export type BulkOutcome = z.infer<typeof BulkOutcome>

/**
 * The command that takes this one back: journalled, and refused like any other. Handler, due date and cooperating units of what was given can
 * be put back; what others have been told or have relied on (approval, issue, acceptance, confirmation, withdrawal) cannot, and a draft that
 * is changed has lost its approval and has a new drafter, which no command brings back.
 *
 * `before` is the assignment before the command.
 */
export function counterOf(before: Assignment, action: BulkCommand['action']): BulkCounter | null {
  switch (action) {
    case 'assign_handler':
      return { action, personId: before.handlerId }
    case 'revise':
      return isGiven(before) ? { action, dueOn: before.dueOn } : null
    case 'set_cooperating':
    case 'add_cooperating':
      return isGiven(before) ? { action: 'set_cooperating', unitIds: [...before.cooperatingIds] } : null
    case 'approve':
    case 'issue':
    case 'accept':
    case 'confirm':
    case 'withdraw':
      return null
  }
}
