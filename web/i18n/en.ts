import type { Texts } from '#web/i18n/vi.ts'
import directives from '#web/i18n/en/directives.json'
import people from '#web/i18n/en/people.json'
import problems from '#web/i18n/en/problems.json'
import shell from '#web/i18n/en/shell.json'
import tasks from '#web/i18n/en/tasks.json'

/** Every English text; one that Vietnamese has and English has not does not compile. */
export const en: Texts = { shell, problems, people, directives, tasks }
