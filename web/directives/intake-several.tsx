import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { call, newKey, Problem } from '#web/client.ts'
import { faultOf } from '#web/directives/intake-draft.ts'
import { refreshAround } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'
import { upload } from '#web/upload.ts'

interface Entry {
  file: File
  key: string
  /** Known once the file was sent, and not sent again. */
  fileId?: Id
  state: 'waiting' | 'reading' | 'done' | 'same' | 'failed'
  id?: Id
  why?: string
}

/** Several originals at once: each is registered and read by itself, one after the other, and the one that fails stops no other. */
export function IntakeSeveral({ files, readable, onClose }: { files: File[]; readable: boolean; onClose: () => void }) {
  const { t } = useTranslation('directives')
  const { bytes, number } = useFormat()
  const textOf = useProblemText()
  const [entries, setEntries] = useState<Entry[]>(() =>
    files.map((file) => {
      const fault = faultOf(file)
      const why = fault && t(`intake.${fault}`, { name: file.name, size: bytes(file.size) })
      return { file, key: newKey(), state: why ? 'failed' : 'waiting', ...(why ? { why } : {}) }
    }),
  )
  const stopped = useRef(false)
  const change = (file: File, next: Partial<Entry>) =>
    setEntries((all) => all.map((one) => (one.file === file ? { ...one, ...next } : one)))
  async function register(entry: Entry, evenIfSame: boolean): Promise<void> {
    change(entry.file, { state: 'reading' })
    try {
      const fileId = entry.fileId ?? (await upload(entry.file, () => {})).id
      change(entry.file, { fileId })
      const body = { fileId, separateParts: false, evenIfSame }
      // The same key asked for something else is refused: "all the same" is another request.
      const idempotencyKey = evenIfSame ? newKey() : entry.key
      const { id } = await call(directivesApi.registerDirective, { body, idempotencyKey })
      change(entry.file, { state: 'done', id })
      await refreshAround(id)
    } catch (error) {
      const isSame = error instanceof Problem && error.code === 'directive/same_symbol'
      change(entry.file, { state: isSame ? 'same' : 'failed', why: textOf(error) })
    }
  }
  const start = useRef(async () => {
    for (const entry of entries) if (entry.state === 'waiting' && !stopped.current) await register(entry, false)
  })
  useEffect(() => {
    stopped.current = false
    const timer = setTimeout(() => void start.current())
    return () => {
      stopped.current = true
      clearTimeout(timer)
    }
  }, [])
  const done = entries.filter((one) => one.state === 'done').length
  const settled = entries.every((one) => one.state !== 'waiting' && one.state !== 'reading')
  return (
    <Dialog
      wide
      title={t('intake.severalTitle', { n: number(files.length) })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onClick={onClose}>
            {t(settled ? 'intake.severalClose' : 'intake.severalStop')}
          </Button>
          <output className="mut">{t('intake.severalDone', { done: number(done), n: number(files.length) })}</output>
        </>
      }
    >
      <progress className="bar" aria-label={t('intake.title')} value={done} max={files.length} />
      <ul className="several">
        {entries.map((entry) => (
          <li key={entry.key} className="row wrap tight">
            <span className="grow">{entry.file.name}</span>
            {entry.state === 'done' && entry.id && readable ? (
              <Link to="/directives/$id" params={{ id: entry.id }} onClick={onClose}>
                {t('intake.severalOpen')}
              </Link>
            ) : (
              <span className={entry.state === 'failed' ? 'c-over' : 'ink2'}>
                {entry.why ?? t(`intake.state.${entry.state}`)}
              </span>
            )}
            {entry.state === 'same' && (
              <Button small onClick={() => void register(entry, true)}>
                {t('intake.evenSo')}
              </Button>
            )}
            {entry.state === 'failed' && faultOf(entry.file) === null && (
              <Button small look="ghost" onClick={() => void register(entry, false)}>
                {t('intake.severalAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
