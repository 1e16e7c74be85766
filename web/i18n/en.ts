import type { Texts } from '#web/i18n/vi.ts'
import accounts from '#web/i18n/en/accounts.json'
import assignment from '#web/i18n/en/assignment.json'
import dictionary from '#web/i18n/en/dictionary.json'
import directives from '#web/i18n/en/directives.json'
import home from '#web/i18n/en/home.json'
import help from '#web/i18n/en/help.json'
import imports from '#web/i18n/en/imports.json'
import journal from '#web/i18n/en/journal.json'
import people from '#web/i18n/en/people.json'
import problems from '#web/i18n/en/problems.json'
import search from '#web/i18n/en/search.json'
import settings from '#web/i18n/en/settings.json'
import shell from '#web/i18n/en/shell.json'
import tasks from '#web/i18n/en/tasks.json'
import views from '#web/i18n/en/views.json'

/** Every English text; one that Vietnamese has and English has not does not compile. */
export const en: Texts = {
  shell,
  problems,
  people,
  directives,
  tasks,
  views,
  assignment,
  accounts,
  settings,
  dictionary,
  home,
  help,
  imports,
  search,
  journal,
}
