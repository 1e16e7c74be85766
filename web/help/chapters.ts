/** The chapters of the guide in their order, each with the addresses of the screen that it explains. */
export const CHAPTERS = [
  { id: 'signing-in', at: /^\/(sign-in|password|setup|me)$/ },
  { id: 'home', at: /^\/$/ },
  { id: 'duties', at: /^\/duties$/ },
  { id: 'register', at: /^\/directives$/ },
  { id: 'reading', at: /^\/directives\/.+/ },
  { id: 'tasks', at: /^\/tasks/ },
  { id: 'assignments', at: /^\/assignments/ },
  { id: 'import', at: /^\/import/ },
  { id: 'dictionary', at: /^\/dictionary/ },
  { id: 'settings', at: /^\/settings/ },
  { id: 'people', at: /^\/people/ },
  { id: 'journal', at: /^\/journal/ },
] as const

export type ChapterId = (typeof CHAPTERS)[number]['id']

/** The chapter beside a page; the first page of the guide where a page has none. */
export function chapterAt(path: string): ChapterId {
  return CHAPTERS.find(({ at }) => at.test(path))?.id ?? 'home'
}

export function isChapter(id: string): id is ChapterId {
  return CHAPTERS.some((chapter) => chapter.id === id)
}
