import type { Deed } from '#core/people/may.ts'
import type { IconName } from '#web/ui/icon.tsx'
import { OPEN_ONES } from '#web/views/assignment-views.ts'

interface Item {
  to: '/' | '/duties' | '/directives' | '/tasks' | '/assignments' | '/people' | '/dictionary' | '/settings' | '/journal'
  icon: IconName
  text: 'home' | 'duties' | 'directives' | 'tasks' | 'assignments' | 'people' | 'dictionary' | 'settings' | 'journal'
  /** What the page opens with, where that is not all of it. */
  search?: { class: string }
  /** Shown to whoever may do one of these somewhere; to everyone when there is none. */
  deeds: readonly Deed[]
}

/** The side bar, in the order of the loop. A slice with a page of its own adds its line here. */
export const NAVIGATION: readonly Item[] = [
  { to: '/', icon: 'home', text: 'home', deeds: [] },
  { to: '/duties', icon: 'check', text: 'duties', deeds: [] },
  { to: '/directives', icon: 'doc', text: 'directives', deeds: ['directive.read', 'directive.register'] },
  { to: '/tasks', icon: 'fork', text: 'tasks', deeds: ['task.draft', 'assignment.issue', 'task.star'] },
  { to: '/assignments', search: OPEN_ONES, icon: 'task', text: 'assignments', deeds: ['assignment.read'] },
  { to: '/people', icon: 'people', text: 'people', deeds: ['person.manage'] },
  { to: '/dictionary', icon: 'edit', text: 'dictionary', deeds: ['dictionary.edit'] },
  { to: '/settings', icon: 'set', text: 'settings', deeds: ['settings.read'] },
  { to: '/journal', icon: 'book', text: 'journal', deeds: ['journal.read'] },
]
