import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What a task says, as the head of its page: of a text as long as a page the first lines, and all of it on demand. */
export function LongTitle({ text, className }: { text: string; className?: string }) {
  const { t } = useTranslation('tasks')
  const head = useRef<HTMLHeadingElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const element = head.current
    if (!element || isOpen) return undefined
    const eye = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1))
    eye.observe(element)
    return () => eye.disconnect()
  }, [isOpen, text])
  return (
    <>
      <h2 ref={head} className={`${className ?? ''}${isOpen ? '' : ' clamp'}`}>
        {text}
      </h2>
      {isCut ? (
        <button type="button" className="clamp-b" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'page.lessTitle' : 'page.wholeTitle')}
        </button>
      ) : null}
    </>
  )
}
