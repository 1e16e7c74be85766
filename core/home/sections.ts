import type { Role } from '#core/people/role.ts'

/** What the home page can show; each role sees what concerns it. */
export const SECTIONS = [
  'duties',
  'register',
  'stars',
  'classes',
  'changes',
  'units',
  'handlers',
  'people',
  'journal',
] as const
export type Section = (typeof SECTIONS)[number]

const OF_ROLE: Readonly<Record<Role, readonly Section[]>> = {
  leader: ['duties', 'stars', 'classes', 'changes', 'units'],
  officer: ['duties', 'register', 'stars', 'classes', 'changes', 'units'],
  clerk: ['duties', 'register'],
  'unit-head': ['duties', 'stars', 'classes', 'changes', 'handlers', 'units'],
  'focal-point': ['duties', 'stars', 'classes', 'changes', 'handlers', 'units'],
  reporter: ['duties', 'classes', 'changes'],
  inspector: ['duties'],
  'press-officer': ['duties'],
  liaison: [],
  auditor: ['register', 'classes', 'changes', 'units', 'journal'],
  administrator: ['people'],
}

/** What concerns somebody with these roles, in the order of the page, nothing twice. */
export function sectionsFor(roles: readonly Role[]): Section[] {
  return SECTIONS.filter((section) => roles.some((role) => OF_ROLE[role].includes(section)))
}
