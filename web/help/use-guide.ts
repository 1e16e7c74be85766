import { useQuery } from '@tanstack/react-query'
import { fold } from '#core/kernel/fold.ts'
import { CHAPTERS, type ChapterId } from '#web/help/chapters.ts'
import { parseGuide, plainText, type Block } from '#web/help/guide-text.ts'
import { useLanguage } from '#web/i18n/language.ts'

export interface Chapter {
  id: ChapterId
  title: string
  blocks: Block[]
}

/** All chapters in the language on screen. They come in a part of their own, when the guide is first opened. */
export function useGuide(): Chapter[] | undefined {
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['guide', language],
    queryFn: async () => (language === 'en' ? await import('#web/help/en.ts') : await import('#web/help/vi.ts')).texts,
    staleTime: Infinity,
  })
  return (
    data &&
    CHAPTERS.map(({ id }) => {
      const { title, blocks } = parseGuide(data[`./${language}/${id}.md`] ?? '')
      return { id, title, blocks }
    })
  )
}

export interface Place {
  chapter: Chapter
  text: string
}

/** Paragraphs and points in which all words stand, with or without accents. */
export function findInGuide(chapters: readonly Chapter[], typed: string, most = 12): Place[] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const places = chapters.flatMap((chapter) =>
    [chapter.title, ...chapter.blocks.flatMap(plainText)].map((text) => ({ chapter, text })),
  )
  return places
    .filter(({ text }) => {
      const own = fold(text).split(' ')
      return words.every((word) => own.some((one) => one.startsWith(word)))
    })
    .slice(0, most)
}
