import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { type Assignment, type Task } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import type { AssignmentFilterText } from '#core/tasks/assignment-filter.ts'
import type { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'
import { starsApi } from '#core/tasks/stars-api.ts'
import { call } from '#web/client.ts'
import { WINDOW_SIZE } from '#web/ui/use-windows.ts'

/** The conditions of the list and its order, as the address carries them. */
export type AssignmentFilter = AssignmentFilterText & { sort?: AssignmentSort | undefined }

/** Of all rows of the list, without reading them. */
export function assignmentCountsQuery(list: AssignmentFilter) {
  const filter = { ...list, sort: undefined }
  return queryOptions({
    queryKey: ['assignments', 'counts', filter],
    queryFn: ({ signal }) => call(tasksApi.countAssignments, { query: present(filter), signal }),
  })
}

/** The list under its leads, directives or handlers, each with its counts. */
export function assignmentGroupsQuery(list: AssignmentFilter, by: GroupedBy) {
  const filter = { ...list, sort: undefined }
  return queryOptions({
    queryKey: ['assignments', 'groups', by, filter],
    queryFn: ({ signal }) => call(tasksApi.groupAssignments, { query: { ...present(filter), by }, signal }),
  })
}

/** One window of the list: its rows alone. */
export function assignmentWindowQuery(filter: AssignmentFilter, offset: number) {
  return {
    queryKey: ['assignments', 'window', filter, offset],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(tasksApi.listAssignments, {
        query: { ...present(filter), offset, limit: WINDOW_SIZE, counts: 'page' },
        signal,
      }),
  }
}

export function assignmentQuery(id: string) {
  return queryOptions({
    queryKey: ['assignment', id],
    queryFn: ({ signal }) => call(tasksApi.getAssignment, { params: { id }, signal }),
  })
}

export interface TaskFilter {
  q?: string | undefined
  directive?: string | undefined
}

export function taskWindowQuery(filter: TaskFilter, offset: number) {
  return {
    queryKey: ['tasks', filter, offset],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(tasksApi.listTasks, { query: { ...present(filter), offset, limit: WINDOW_SIZE }, signal }),
  }
}

/** Of all tasks of the list, without reading them. */
export function taskCountsQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: ['tasks', 'counts', filter],
    queryFn: ({ signal }) => call(tasksApi.countTasks, { query: present(filter), signal }),
  })
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => call(tasksApi.getTask, { params: { id }, signal }),
  })
}

export const dutiesQuery = queryOptions({
  queryKey: ['duties'],
  queryFn: ({ signal }) => call(tasksApi.listDuties, { signal }),
})

/** The priorities of the reader's leaders and of those above them: few. */
export const starsQuery = queryOptions({
  queryKey: ['stars'],
  queryFn: ({ signal }) => call(starsApi.listStars, { signal }),
})

export function handlersQuery(id: string) {
  return queryOptions({
    queryKey: ['handlers', id],
    queryFn: ({ signal }) => call(tasksApi.listHandlers, { params: { id }, signal }),
  })
}

/** What a command changed is known from its answer; all lists that may count it are read again. */
export function takeAssignment(client: QueryClient, assignment: Assignment): void {
  client.setQueryData(assignmentQuery(assignment.id).queryKey, assignment)
  readListsAgain(client)
}

export function takeTask(client: QueryClient, task: Task): void {
  client.setQueryData(taskQuery(task.id).queryKey, task)
  readListsAgain(client)
  void client.invalidateQueries({ queryKey: ['assignment'] })
}

function readListsAgain(client: QueryClient): void {
  for (const key of ['assignments', 'tasks', 'duties']) void client.invalidateQueries({ queryKey: [key] })
}

/** Without the keys that are not set: an address carries what is there. */
function present<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
