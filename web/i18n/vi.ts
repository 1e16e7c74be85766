import accounts from '#web/i18n/vi/accounts.json'
import assignment from '#web/i18n/vi/assignment.json'
import dictionary from '#web/i18n/vi/dictionary.json'
import directives from '#web/i18n/vi/directives.json'
import home from '#web/i18n/vi/home.json'
import help from '#web/i18n/vi/help.json'
import imports from '#web/i18n/vi/imports.json'
import journal from '#web/i18n/vi/journal.json'
import people from '#web/i18n/vi/people.json'
import problems from '#web/i18n/vi/problems.json'
import search from '#web/i18n/vi/search.json'
import settings from '#web/i18n/vi/settings.json'
import shell from '#web/i18n/vi/shell.json'
import tasks from '#web/i18n/vi/tasks.json'
import views from '#web/i18n/vi/views.json'

/** Every Vietnamese text, by slice. A slice that adds its file adds its line here and in `en.ts`. */
export const vi = {
  shell,
  problems,
  people,
  directives,
  tasks,
  assignment,
  accounts,
  settings,
  dictionary,
  home,
  help,
  imports,
  search,
  journal,
  views,
}
export type Texts = typeof vi
