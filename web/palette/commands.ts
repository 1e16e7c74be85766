import type { Deed } from '#core/people/may.ts'
import { setLanguage } from '#web/i18n/language.ts'
import { NAVIGATION } from '#web/navigation.ts'
import { signOut } from '#web/ui/account-menu.tsx'
import { switchTheme } from '#web/ui/appearance.tsx'
import type { IconName } from '#web/ui/icon.tsx'
import { showDialog, showGuide } from '#web/ui/overlay.ts'

type ActionName =
  | 'newTask'
  | 'register'
  | 'importTasks'
  | 'importDirectives'
  | 'language'
  | 'theme'
  | 'guide'
  | 'shortcuts'
  | 'print'
  | 'account'
  | 'password'
  | 'signOut'

interface Action {
  name: ActionName
  icon: IconName
  /** Offered to whoever may do one of these somewhere; to everyone when there is none. */
  deeds: readonly Deed[]
  /** Where it leads, or what it does. */
  does: string | (() => void)
}

/** What can be done from anywhere, in the order of the palette. */
const ACTIONS: readonly Action[] = [
  { name: 'newTask', icon: 'plus', deeds: ['task.draft'], does: '/tasks/new' },
  { name: 'register', icon: 'plus', deeds: ['directive.register'], does: '/directives#add' },
  { name: 'importTasks', icon: 'down', deeds: ['task.draft'], does: '/import?kind=tasks' },
  { name: 'importDirectives', icon: 'down', deeds: ['directive.register'], does: '/import?kind=directives' },
  { name: 'guide', icon: 'book', deeds: [], does: () => showGuide(true) },
  { name: 'shortcuts', icon: 'form', deeds: [], does: () => showDialog('shortcuts') },
  { name: 'theme', icon: 'theme', deeds: [], does: switchTheme },
  { name: 'language', icon: 'edit', deeds: [], does: switchLanguage },
  { name: 'print', icon: 'print', deeds: [], does: () => setTimeout(() => window.print(), 100) },
  { name: 'account', icon: 'people', deeds: [], does: '/me' },
  { name: 'password', icon: 'lock', deeds: [], does: '/password' },
  { name: 'signOut', icon: 'out', deeds: [], does: () => void signOut() },
]

export function listActions(deeds: ReadonlySet<string>): Action[] {
  return ACTIONS.filter((action) => isOffered(action.deeds, deeds))
}

export function listPages(deeds: ReadonlySet<string>): (typeof NAVIGATION)[number][] {
  return NAVIGATION.filter((item) => isOffered(item.deeds, deeds))
}

function isOffered(wanted: readonly Deed[], deeds: ReadonlySet<string>): boolean {
  return wanted.length === 0 || wanted.some((deed) => deeds.has(deed))
}

function switchLanguage(): void {
  void setLanguage(document.documentElement.lang === 'en' ? 'vi' : 'en')
}
