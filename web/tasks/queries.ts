import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { type Assignment, type Task } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import { call } from '#web/client.ts'

export const PAGE_SIZE = 50

export interface AssignmentFilter {
  q?: string | undefined
  state?: AssignmentState | undefined
  lead?: string | undefined
  directive?: string | undefined
  task?: string | undefined
  offset?: number | undefined
}

export function assignmentsQuery(filter: AssignmentFilter) {
  return queryOptions({
    queryKey: ['assignments', filter],
    queryFn: ({ signal }) =>
      call(tasksApi.listAssignments, { query: { ...present(filter), limit: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function assignmentQuery(id: string) {
  return queryOptions({
    queryKey: ['assignment', id],
    queryFn: ({ signal }) => call(tasksApi.getAssignment, { params: { id }, signal }),
  })
}

export function tasksQuery(filter: {
  q?: string | undefined
  directive?: string | undefined
  offset?: number | undefined
}) {
  return queryOptions({
    queryKey: ['tasks', filter],
    queryFn: ({ signal }) => call(tasksApi.listTasks, { query: { ...present(filter), limit: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
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
