import type { AssignmentFilter } from '#web/tasks/queries.ts'

/** The conditions that have a chip, in the order of the sentence they make. */
export const CONDITIONS = [
  'unit',
  'state',
  'class',
  'due',
  'directive',
  'task',
  'handler',
  'awaiting',
  'missedReport',
  'starred',
] as const
export type Condition = (typeof CONDITIONS)[number]

const KEYS = {
  unit: ['lead', 'within'],
  state: ['state'],
  class: ['class'],
  due: ['due', 'dueFrom', 'dueTo'],
  directive: ['directive'],
  task: ['task'],
  handler: ['handler'],
  awaiting: ['awaiting'],
  missedReport: ['missedReport'],
  starred: ['starred'],
} as const satisfies Record<Condition, readonly (keyof AssignmentFilter)[]>

/** They hold or they do not: nothing is chosen. */
const FLAGS = ['awaiting', 'missedReport', 'starred'] as const
export type Flag = (typeof FLAGS)[number]

export function isFlag(condition: Condition): condition is Flag {
  return FLAGS.some((flag) => flag === condition)
}

export function isInForce(filter: AssignmentFilter, condition: Condition): boolean {
  return KEYS[condition].some((key) => filter[key] !== undefined)
}

/** The filter without the condition. */
export function without(condition: Condition): Partial<AssignmentFilter> {
  return Object.fromEntries(KEYS[condition].map((key) => [key, undefined]))
}

export function listOf<T extends string>(text: string | undefined, options: readonly T[]): T[] {
  const chosen = text?.split(',') ?? []
  return options.filter((option) => chosen.includes(option))
}
