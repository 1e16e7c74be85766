import { directivesApi } from '#core/directives/api.ts'
import { registerSheetApi } from '#core/directives/register-sheet.ts'
import { filesApi } from '#core/files/api.ts'
import { homeApi } from '#core/home/api.ts'
import { importsApi } from '#core/imports/api.ts'
import { journalApi } from '#core/journal/api.ts'
import type { AnyEndpoint } from '#core/kernel/endpoint.ts'
import { peopleApi } from '#core/people/api.ts'
import { previewsApi } from '#core/previews/api.ts'
import { searchApi } from '#core/search/api.ts'
import { settingsApi } from '#core/settings/api.ts'
import { starsApi } from '#core/tasks/stars-api.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { bulkApi } from '#core/tasks/bulk-api.ts'
import { discussionApi } from '#core/tasks/discussion-api.ts'
import { unitsApi } from '#core/units/api.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { viewsApi } from '#core/views/api.ts'

/** Every endpoint of the system. The server mounts them under `/api/v1`, the web calls them, the documents and the tests walk them. */
export const api = {
  people: peopleApi,
  units: unitsApi,
  dictionary: dictionaryApi,
  files: filesApi,
  directives: directivesApi,
  registerSheet: registerSheetApi,
  tasks: tasksApi,
  bulk: bulkApi,
  assignmentSheet: assignmentSheetApi,
  stars: starsApi,
  discussion: discussionApi,
  imports: importsApi,
  previews: previewsApi,
  views: viewsApi,
  search: searchApi,
  settings: settingsApi,
  journal: journalApi,
  home: homeApi,
} as const

export function listEndpoints(): { name: string; endpoint: AnyEndpoint }[] {
  return Object.values(api).flatMap((slice) => Object.entries(slice).map(([name, endpoint]) => ({ name, endpoint })))
}
