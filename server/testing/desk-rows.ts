import { tasksApi } from '#core/tasks/api.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { listDuties } from '#server/tasks/duties.ts'
import { groupAssignments } from '#server/tasks/group-assignments.ts'
import { listAssignments } from '#server/tasks/list-assignments.ts'
import { listTasks } from '#server/tasks/list-tasks.ts'
import { byKey, type Floor } from '#server/testing/desk-floor.ts'
import { COMMON_WORDS, RARE_WORDS } from '#server/testing/desk-load.ts'

// What bench/desk.ts measures: each list and number as the server answers it, beside its floor.

export type Reader = Parameters<typeof listAssignments>[0]
export interface Row {
  title: string
  path: string | null
  /** What the work needs besides: where a later page begins. */
  begin?: (request: Reader) => Promise<string | null>
  /** Answers the ids of the rows, or the counts, to be compared with those of the floor. */
  work: (request: Reader, begin: string | null) => Promise<unknown>
  floor: Floor
}

const { query: Query, response: Answer } = tasksApi.listAssignments
export const readQuery = (query: Record<string, string>) => {
  if (!Query) throw new Error('the list takes no query')
  return Query.parse(query)
}
const pageOf = async (request: Reader, query: Record<string, string>) =>
  Answer.parse(await listAssignments({ ...request, query: readQuery({ ...query, counts: 'page' }) }))
const page = (title: string, query: Record<string, string>, floor: Floor): Row => ({
  title,
  path: `/assignments?${new URLSearchParams({ ...query, counts: 'page' }).toString()}`,
  work: async (request) => (await pageOf(request, query)).items.map(({ id }) => id),
  floor,
})

export const rows: Row[] = [
  page('assignments', {}, { kind: 'page' }),
  page('assignments in progress', { state: 'in_progress' }, { kind: 'page', state: 'in_progress' }),
  page('assignments overdue', { class: 'open_overdue' }, { kind: 'page', class: 'open_overdue' }),
  page('assignments in term', { class: 'open_in_term' }, { kind: 'page', class: 'open_in_term' }),
  page('assignments done late', { class: 'done_late' }, { kind: 'page', class: 'done_late' }),
  page('assignments by code', { sort: 'code' }, { kind: 'page', order: 'place_by_code' }),
  page('assignments, 21st by offset', { offset: '1000' }, { kind: 'page', offset: 1000 }),
  {
    title: 'assignments, 21st by its place',
    path: null,
    begin: async (request) => (await pageOf(request, { offset: '950' })).next,
    work: async (request, begin) =>
      begin === null ? [] : (await pageOf(request, { after: begin })).items.map(({ id }) => id),
    floor: { kind: 'page', offset: 1000 },
  },
  page('search, few match', { q: RARE_WORDS }, { kind: 'search', words: RARE_WORDS }),
  page('search, many match', { q: COMMON_WORDS }, { kind: 'search', words: COMMON_WORDS }),
  {
    title: 'home counts',
    path: '/assignments/counts',
    work: async (request) => {
      const counted = await countAssignments({ ...request, query: {} })
      const { total, tasks, states, classes, awaiting, soon } = tasksApi.countAssignments.response.parse(counted)
      return [total, tasks, listed(states), listed(classes), awaiting, soon]
    },
    floor: { kind: 'counts' },
  },
  {
    title: 'groups by lead',
    path: '/assignments/groups?by=lead&limit=5000',
    work: async (request) => {
      const groups = await groupAssignments({ ...request, query: { by: 'lead', limit: 5000, offset: 0 } })
      const { items } = tasksApi.groupAssignments.response.parse(groups)
      return items.map(({ key, tasks, classes }) => [key, tasks, listed(classes)]).toSorted(byKey)
    },
    floor: { kind: 'groups' },
  },
  {
    title: 'tasks',
    path: '/tasks?counts=page',
    work: async (request) => {
      const query = { sort: '-code', counts: 'page', limit: 50, offset: 0 } as const
      return tasksApi.listTasks.response.parse(await listTasks({ ...request, query })).items.map(({ id }) => id)
    },
    floor: { kind: 'tasks' },
  },
  {
    title: 'my duties',
    path: '/duties',
    work: async (request) => (await listDuties(request)).map(({ id }) => id),
    floor: { kind: 'duties' },
  },
]

/** Without what is none: a floor has no row for it. */
function listed(counts: Partial<Record<string, number>>): [string, number | undefined][] {
  return Object.entries(counts)
    .filter(([, n]) => n !== 0)
    .toSorted(byKey)
}
