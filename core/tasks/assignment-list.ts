import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentRow, TaskRow } from '#core/tasks/answers.ts'
import { AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

// Lists of assignments and of tasks, what they count and how they are grouped.

const count = z.coerce.number<string | number>().int()

/** By due day (earliest first; what has none comes last in both directions) or by the number under which people speak of it. */
export const AssignmentSort = z.enum(['due', '-due', 'code', '-code'])
export type AssignmentSort = z.infer<typeof AssignmentSort>

export const AssignmentListQuery = AssignmentFilter.extend({
  sort: AssignmentSort.default('due'),
  /** `next` of the page before: surer than an offset, and as fast on the hundredth page as on the first. */
  after: z.string().max(100).optional(),
  /** Counting looks at all, a page at fifty: what is asked to count the `page` answers with the counts of its own rows. */
  counts: z.enum(['all', 'page']).default('all'),
  limit: count.min(1).max(200).default(50),
  offset: count.min(0).default(0),
})

export const AssignmentList = z.object({
  items: z.array(AssignmentRow),
  /** Where the next page begins, to be handed in as `after`; null on the last one. */
  next: z.string().nullable(),
  total: z.int(),
  tasks: z.int(),
  states: z.record(z.string(), z.int()),
})

export const AssignmentCounts = z.object({
  total: z.int(),
  /** Of how many tasks they are. */
  tasks: z.int(),
  states: z.record(z.string(), z.int()),
  classes: z.record(LatenessClass, z.int()),
  /** Reported complete, and waiting for the office. */
  awaiting: z.int(),
  /** Open and due today or in the next seven days (`due=soon`). */
  soon: z.int(),
})
export type AssignmentCounts = z.infer<typeof AssignmentCounts>

export const GroupedBy = z.enum(['lead', 'directive', 'handler'])
export type GroupedBy = z.infer<typeof GroupedBy>

export const AssignmentGroupsQuery = AssignmentFilter.extend({
  by: GroupedBy,
  limit: count.min(1).max(5000).default(5000),
  offset: count.min(0).default(0),
})

export const AssignmentGroup = z
  .object({
    /** Added to the filter under the name of `by`, it lists the rows of the group. */
    key: z.union([Id, z.literal('none')]),
    unit: UnitRef.nullable(),
    directive: z
      .object({
        id: Id,
        symbol: z.string().nullable(),
        type: z.string().nullable(),
        subject: z.string(),
        issuedOn: PlainDate.nullable(),
      })
      .nullable(),
    person: PersonRef.nullable(),
    total: z.int(),
    tasks: z.int(),
    /** Only the classes that occur. */
    classes: z.partialRecord(LatenessClass, z.int()),
  })
  .meta({ id: 'AssignmentGroup' })
export type AssignmentGroup = z.infer<typeof AssignmentGroup>

/** Units in the order of the register, external units after them; directives with the latest first; handlers by name; `none` last. */
export const AssignmentGroups = z.object({ items: z.array(AssignmentGroup), total: z.int() })

/** By the number under which people speak of a task: the newest first, unless asked for otherwise. */
export const TaskSort = z.enum(['code', '-code'])

const TaskFilter = z.object({
  /** Words of the task, or its number. */
  q: z.string().max(200).optional(),
  /** `none`: of a task that comes from no directive. */
  directive: z.union([Id, z.literal('none')]).optional(),
})
export const TaskCountsQuery = TaskFilter

export const TaskListQuery = TaskFilter.extend({
  sort: TaskSort.default('-code'),
  /** `next` of the page before. */
  after: count.min(0).optional(),
  /** What is asked to count the `page` answers with the counts of its own rows. */
  counts: z.enum(['all', 'page']).default('all'),
  limit: count.min(1).max(200).default(50),
  offset: count.min(0).default(0),
})

/** How many tasks there are, and how many assignments they have within the reader's scope. */
export const TaskCounts = z.object({ total: z.int(), assignments: z.int() })

export const TaskList = TaskCounts.extend({
  items: z.array(TaskRow),
  /** Where the next page begins, to be handed in as `after`; null on the last one. */
  next: z.int().nullable(),
})
