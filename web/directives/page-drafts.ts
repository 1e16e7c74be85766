import { useMemo, useState } from 'react'
import { z } from 'zod'

const PageDraft = z.object({
  text: z.string(),
  origin: z.enum(['recognised', 'typed']),
  /** The words of the page that were there when typing began. */
  replaces: z.string().nullable(),
})
export type PageDraft = z.infer<typeof PageDraft>

export interface PageDrafts {
  get: (page: number) => PageDraft | undefined
  set: (page: number, draft: PageDraft) => void
  drop: (page: number) => void
  /** These words of the page are saved, as `id`. What was typed since is kept, to be saved over them. */
  saved: (page: number, text: string, id: string | null) => void
  /** The pages with words that are not saved. */
  unsaved: number[]
}

/** What is typed beside the pages until it is saved. It outlives a reload of the page, and ends with the tab. */
export function usePageDrafts(directiveId: string, count: number): PageDrafts {
  const [drafts, setDrafts] = useState(() => stored(directiveId, count))
  return useMemo(() => {
    const set: PageDrafts['set'] = (page, draft) => {
      setDrafts((all) => new Map(all).set(page, draft))
      keep(keyOf(directiveId, page), draft)
    }
    const drop: PageDrafts['drop'] = (page) => {
      setDrafts((all) => new Map([...all].filter(([key]) => key !== page)))
      sessionStorage.removeItem(keyOf(directiveId, page))
    }
    return {
      get: (page) => drafts.get(page),
      set,
      drop,
      saved: (page, text, id) => {
        const draft = drafts.get(page)
        if (draft && draft.text !== text) set(page, { ...draft, replaces: id })
        else drop(page)
      },
      unsaved: [...drafts].flatMap(([page, draft]) => (draft.text.trim() === '' ? [] : [page])),
    }
  }, [drafts, directiveId])
}

function keyOf(directiveId: string, page: number): string {
  return `words ${directiveId} ${page}`
}

function keep(key: string, draft: PageDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // The browser's room is full: what is typed is still on the page, and leaving warns.
  }
}

function stored(directiveId: string, count: number): ReadonlyMap<number, PageDraft> {
  const pages = Array.from({ length: count }, (_, at) => at + 1)
  return new Map(
    pages.flatMap((page) => {
      const draft = parsed(sessionStorage.getItem(keyOf(directiveId, page)))
      return draft ? [[page, draft]] : []
    }),
  )
}

function parsed(kept: string | null): PageDraft | undefined {
  if (kept === null) return undefined
  try {
    return PageDraft.parse(JSON.parse(kept))
  } catch {
    return undefined
  }
}
