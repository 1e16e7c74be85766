import '#web/tasks/file-preview.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filesApi, type FileRef } from '#core/files/api.ts'
import { type Preview, previewsApi } from '#core/previews/api.ts'
import { addressOf, call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { IconButton } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** A file beside the words that it supports. Nothing of it runs: pages are pictures that the server drew, words and cells are text. */
export default function FilePreview({ file, onClose }: { file: FileRef; onClose: () => void }) {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  const { data, error, isPending } = useQuery({
    queryKey: ['preview', file.id],
    queryFn: ({ signal }) => call(previewsApi.previewFile, { params: { id: file.id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="pv" aria-label={t('preview.open', { name: file.name })}>
      <header className="row">
        <b className="grow">{file.name}</b>
        <a className="btn sm" href={addressOf(filesApi.readFile, { id: file.id })} download={file.name}>
          {t('preview.download')}
        </a>
        <IconButton small icon="x" label={t('preview.close')} onClick={onClose} />
      </header>
      {isPending ? <Loading rows={5} /> : null}
      {error ? <ProblemMessage error={error} /> : null}
      {data ? <Shown file={file} of={data} /> : null}
      <p className="mut pv-h">
        {t('preview.size')}: {format.bytes(file.size)} · {t('preview.hash')}: <code>{file.sha256}</code>
      </p>
    </section>
  )
}

function Shown({ file, of }: { file: FileRef; of: Preview }) {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  switch (of.kind) {
    case 'pages':
      return <Pages file={file} pages={of.pages} />
    case 'picture':
      return <img src={pageOf(file, 1)} alt={t('preview.image', { name: file.name })} />
    case 'table': {
      const [head = [], ...rows] = of.rows
      return (
        <>
          {/* A pane that scrolls is reached by the keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="pv-s" aria-label={file.name} tabIndex={0}>
            <table className="tbl">
              <thead>
                <tr>
                  {head.map((cell, at) => (
                    <th key={at} scope="col">
                      {cell === '' ? <span className="vh">{at + 1}</span> : cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, line) => (
                  <tr key={line}>
                    {row.map((cell, at) => (
                      <td key={at}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="mut">
            {of.sheet === null ? '' : `${t('preview.sheet', { name: of.sheet })}, `}
            {t('preview.rows', { shown: format.number(of.rows.length), total: format.number(of.total) })}
            {of.isCut ? `. ${t('preview.cut')}` : ''}
          </p>
        </>
      )
    }
    case 'text':
      return (
        <>
          {/* A pane that scrolls is reached by the keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="pv-s pv-t" aria-label={file.name} tabIndex={0}>
            {of.text}
          </section>
          {of.isCut ? <p className="mut">{t('preview.cut')}</p> : null}
        </>
      )
    case 'none':
      return <p>{t('preview.none')}</p>
  }
}

function Pages({ file, pages }: { file: FileRef; pages: number }) {
  const { t } = useTranslation('assignment')
  const [page, setPage] = useState(1)
  return (
    <>
      <img src={pageOf(file, page)} alt={t('preview.pageOf', { page, name: file.name })} />
      {pages < 2 ? null : (
        <div className="row">
          <IconButton
            small
            icon="left"
            label={t('preview.earlier')}
            aria-disabled={page === 1 || undefined}
            onClick={() => setPage(Math.max(1, page - 1))}
          />
          <span aria-live="polite">{t('preview.page', { page, pages })}</span>
          <IconButton
            small
            icon="right"
            label={t('preview.later')}
            aria-disabled={page === pages || undefined}
            onClick={() => setPage(Math.min(pages, page + 1))}
          />
        </div>
      )}
    </>
  )
}

function pageOf(file: FileRef, page: number): string {
  return addressOf(filesApi.readPageImage, { id: file.id, page: `${page}` }, { width: 1000 })
}
