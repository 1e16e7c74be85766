import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive } from '#core/directives/directive.ts'
import { call } from '#web/client.ts'
import { directiveQuery, refreshAround } from '#web/directives/queries.ts'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Recognises every page that has no words yet, one after the other; each is saved as recognised, to be compared with its picture. */
export function RecogniseAll({
  directive,
  pages,
  offered,
}: {
  directive: Directive
  pages: number[]
  /** A run that is under way goes on, wherever the reader turns to. */
  offered: boolean
}) {
  const { t } = useTranslation('directives')
  const textOf = useProblemText()
  const [progress, setProgress] = useState<{ page: number; done: number; all: number }>()
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run(): Promise<void> {
    const { signal } = (running.current = new AbortController())
    let done = 0
    let proposed = 0
    try {
      for (const page of pages) {
        setProgress({ page, done, all: pages.length })
        // One page at a time: recognition takes all that a small server has.
        // oxlint-disable-next-line no-await-in-loop
        proposed += await recogniseOne(directive.id, page, signal)
        done += 1
      }
    } catch (error) {
      if (!signal.aborted) showToast(textOf(error))
    }
    setProgress(undefined)
    showToast(t('page.recognisedAll', { done, all: pages.length, count: proposed }))
    await refreshAround(directive.id)
  }

  if (!progress && (!offered || pages.length < 2)) return null
  if (!progress)
    return (
      <Button small icon="search" onClick={() => void run()}>
        {t('page.recogniseAll')}
      </Button>
    )
  return (
    <div className="row tight rall">
      <output className="nw">
        {t('page.recognisingAll', { page: progress.page, done: progress.done, all: progress.all })}
      </output>
      <progress className="bar" aria-label={t('page.recogniseAll')} value={progress.done} max={progress.all} />
      <Button small icon="x" onClick={() => running.current?.abort()}>
        {t('page.stop')}
      </Button>
    </div>
  )
}

/** The number of proposals found. A page on which nothing is written is left as it is. */
async function recogniseOne(id: string, page: number, signal: AbortSignal): Promise<number> {
  const params = { id, page: `${page}` }
  const { text } = await call(directivesApi.recognisePage, { params, body: {}, signal })
  if (text.trim() === '') return 0
  const answer = await call(directivesApi.enterPage, {
    params,
    body: { text, origin: 'recognised', replaces: null },
    signal,
  })
  queryClient.setQueryData(directiveQuery(id).queryKey, answer.directive)
  return answer.proposed
}
