import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChapterId, isChapter } from '#web/help/chapters.ts'
import type { Chapter } from '#web/help/use-guide.ts'
import { useLanguage } from '#web/i18n/language.ts'

type Open = (chapter: ChapterId) => void

/** A chapter: its heading, then its blocks. In the panel and in the book. */
export function GuideChapter({ chapter, onOpen }: { chapter: Chapter; onOpen: Open }) {
  const { t } = useTranslation('help')
  const language = useLanguage()
  return (
    <article className="gd-c" aria-labelledby={`guide-${chapter.id}`}>
      <h2 id={`guide-${chapter.id}`}>{chapter.title}</h2>
      {chapter.blocks.map((block, at) => {
        const key = `${chapter.id} ${at}`
        switch (block.kind) {
          case 'heading':
            return <h3 key={key}>{block.text}</h3>
          case 'paragraph':
            return (
              <p key={key}>
                <Words text={block.text} onOpen={onOpen} />
              </p>
            )
          case 'points':
          case 'steps': {
            const List = block.kind === 'points' ? 'ul' : 'ol'
            return (
              <List key={key}>
                {block.items.map((item) => (
                  <li key={item}>
                    <Words text={item} onOpen={onOpen} />
                  </li>
                ))}
              </List>
            )
          }
          case 'picture':
            return (
              <figure key={key}>
                <img
                  src={`/help/${language}/${block.name}.webp`}
                  alt={t('picture', { of: block.text })}
                  width="960"
                  height="600"
                  loading="lazy"
                />
              </figure>
            )
        }
      })}
    </article>
  )
}

/** Bold, keys, and links to other chapters. */
function Words({ text, onOpen }: { text: string; onOpen: Open }): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((part, at) => {
    const key = `${at} ${part}`
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
    const target = link?.[2] ?? ''
    if (link && isChapter(target))
      return (
        <button key={key} type="button" className="gd-a" onClick={() => onOpen(target)}>
          {link[1]}
        </button>
      )
    if (part.startsWith('**')) return <b key={key}>{part.slice(2, -2)}</b>
    if (part.startsWith('`')) return <kbd key={key}>{part.slice(1, -1)}</kbd>
    return part
  })
}
