import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import type { Me } from '#core/people/api.ts'
import type { Found } from '#core/search/api.ts'
import { readSearch } from '#core/search/search-words.ts'
import { listActions, listPages } from '#web/palette/commands.ts'
import { KINDS, useFoundEntries } from '#web/palette/found-entries.ts'
import type { IconName } from '#web/ui/icon.tsx'
import { listRecent } from '#web/ui/recent.ts'

export interface PaletteItem {
  key: string
  icon: IconName
  lead: string | null
  title: string
  note: string
  does: string | (() => void)
}

interface Section {
  title: string
  items: PaletteItem[]
}

const RECENT_ICONS = { directives: 'doc', tasks: 'fork', assignments: 'task' } as const
const LEAST_TYPED = 2

/** What the palette lists: with nothing typed what was opened last, pages and actions; otherwise what fits what was typed. */
export function usePaletteSections(me: Me, typed: string, found: Found | undefined): Section[] {
  const { t } = useTranslation(['search', 'shell'])
  const deeds = new Set(me.deeds)
  const entriesOf = useFoundEntries(deeds)
  const pages = listPages(deeds).map(({ to, search, icon, text }) =>
    line(`page ${to}`, icon, t(`shell:nav.${text}`), search ? `${to}?${new URLSearchParams(search).toString()}` : to),
  )
  const actions = listActions(deeds).map(({ name, icon, does }) => line(name, icon, t(`action.${name}`), does))
  if (typed === '') {
    const recent = listRecent().map(({ path, kind, title }) => line(path, RECENT_ICONS[kind], title, path))
    return filled([
      { title: t('section.recent'), items: recent.slice(0, 5) },
      { title: t('section.pages'), items: pages },
      { title: t('section.actions'), items: actions },
    ])
  }
  const words = readSearch(typed).plain
  const fits = ({ title }: PaletteItem) => {
    const own = fold(title).split(' ')
    return words.length > 0 && words.every((word) => own.some((one) => one.startsWith(word)))
  }
  const entries = found && typed.length >= LEAST_TYPED ? entriesOf(found) : undefined
  const kinds = KINDS.map((kind) => ({
    title: t(`kind.${kind}`),
    items: (entries?.[kind] ?? []).flatMap(({ path, ...entry }) => (path === null ? [] : [{ ...entry, does: path }])),
  }))
  const all = line(
    'all',
    'search',
    t('section.allFor', { q: typed }),
    `/search?${new URLSearchParams({ q: typed }).toString()}`,
  )
  return filled([
    { title: t('section.pages'), items: pages.filter(fits) },
    { title: t('section.actions'), items: actions.filter(fits) },
    ...kinds,
    { title: t('section.all'), items: words.length > 0 ? [all] : [] },
  ])
}

function line(key: string, icon: IconName, title: string, does: PaletteItem['does']): PaletteItem {
  return { key, icon, lead: null, title, note: '', does }
}

function filled(sections: Section[]): Section[] {
  return sections.filter(({ items }) => items.length > 0)
}
