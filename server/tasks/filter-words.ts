import type { Language } from '#core/kernel/language.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import type { AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import { taskCode } from '#core/tasks/code.ts'
import { areOpenClasses } from '#core/tasks/lateness.ts'
import type { Request } from '#server/http/mount.ts'
import { filled, SHEET_WORDS } from '#server/tasks/sheet-words.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register'>
type Words = string | undefined | Promise<string | undefined>

/** The conditions of a list as sentences, in the order in which one would say them. What the reader may not see has no name. */
export async function filterWords(
  { tx, register }: Reader,
  filter: AssignmentFilter,
  language: Language,
): Promise<string[]> {
  const words = SHEET_WORDS[language]
  const { head } = words
  const named = (title: string, name: string | undefined) => `${title}: ${name ?? '?'}`
  const of = {
    q: (q) => filled(words.found, q),
    state: (states) => named(head.state, states.map((state) => words.state[state]).join(', ')),
    class: (classes) =>
      named(head.class, areOpenClasses(classes) ? words.allOpen : classes.map((one) => words.class[one]).join(', ')),
    awaiting: () => words.awaiting,
    missedReport: () => words.missedReport,
    starred: () => words.head.starred,
    lead: (id) => named(head.lead, register.ref(id).name),
    within: (id) => filled(words.within, register.ref(id).name),
    directive: async (id) => {
      if (id === 'none') return named(head.directive, words.noDirective)
      const row = await tx.selectFrom('directive').select(['symbol', 'subject']).where('id', '=', id).executeTakeFirst()
      return named(head.directive, row?.symbol ?? row?.subject)
    },
    task: async (id) => {
      const row = await tx.selectFrom('task').select(['number', 'action']).where('id', '=', id).executeTakeFirst()
      return row && filled(words.task, `${taskCode(row.number)} ${row.action}`)
    },
    handler: async (id) => {
      if (id === 'none') return named(head.handler, words.nobody)
      const row = await tx.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst()
      return named(head.handler, row?.name)
    },
    due: (span) => words.due[span],
    dueFrom: (day) =>
      filter.dueTo === undefined
        ? filled(words.due.from, formatDay(day, language))
        : filled(words.due.both, formatDay(day, language), formatDay(filter.dueTo, language)),
    dueTo: (day) => (filter.dueFrom === undefined ? filled(words.due.to, formatDay(day, language)) : undefined),
  } satisfies { [K in keyof AssignmentFilter]-?: (value: NonNullable<AssignmentFilter[K]>) => Words }
  const said: string[] = []
  for (const [key, say] of Object.entries(of)) {
    const value = filter[key as keyof AssignmentFilter]
    const sentence = value === undefined || value === '' ? undefined : await (say as (value: unknown) => Words)(value)
    if (sentence !== undefined) said.push(sentence)
  }
  return said
}
