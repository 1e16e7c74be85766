import { useTranslation } from 'react-i18next'
import type { Found, SearchKind } from '#core/search/api.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import type { IconName } from '#web/ui/icon.tsx'

/** A thing found, as one line shows it. */
export interface Entry {
  key: string
  icon: IconName
  /** What is set apart before the title: the number, the code. */
  lead: string | null
  title: string
  note: string
  /** Where it opens; null where the reader has no page for it. */
  path: string | null
}

export const KINDS: readonly SearchKind[] = ['assignments', 'tasks', 'directives', 'units', 'people']

/** The things found of each kind, with the pages that the reader has for them. */
export function useFoundEntries(deeds: ReadonlySet<string>): (found: Found) => Record<SearchKind, Entry[]> {
  const { t } = useTranslation(['search', 'tasks'])
  const { day } = useFormat()
  const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
  return ({ directives, tasks, assignments, units, people }) => ({
    directives: directives.items.map(({ id, symbol, subject, issuer, issuedOn }) => ({
      key: id,
      icon: 'doc',
      lead: symbol,
      title: subject || t('secret'),
      note: joined(issuer, issuedOn && day(issuedOn)),
      path: deeds.has('directive.read')
        ? `/directives/${id}`
        : `/directives?${new URLSearchParams({ q: symbol ?? subject.slice(0, 60) }).toString()}`,
    })),
    tasks: tasks.items.map(({ id, code, action, directiveSymbol }) => ({
      key: id,
      icon: 'fork',
      lead: code,
      title: action,
      note: directiveSymbol ?? '',
      path: `/tasks/${id}`,
    })),
    assignments: assignments.items.map(({ id, code, action, lead, state, dueOn }) => ({
      key: id,
      icon: 'task',
      lead: code,
      title: action,
      note: joined(lead.shortName, t(`tasks:state.${state}`), dueOn && t('due', { day: day(dueOn) })),
      path: `/assignments/${id}`,
    })),
    units: units.items.map(({ id, name, above, external }) => ({
      key: id,
      icon: 'tree',
      lead: null,
      title: name,
      note: external ? t('external') : (above ?? ''),
      path: deeds.has('assignment.read') ? `/assignments?lead=${id}` : null,
    })),
    people: people.items.map(({ id, name, position, login, units: at }) => ({
      key: id,
      icon: 'people',
      lead: null,
      title: name,
      note: joined(position, at.map(({ shortName }) => shortName).join(', ')),
      path: `/people?${new URLSearchParams({ q: login }).toString()}`,
    })),
  })
}
