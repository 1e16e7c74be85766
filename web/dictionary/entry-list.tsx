import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

/** What every section of the dictionary shows: filters, the count, the button that adds, and its entries as a table or why there is none. */
export function EntryList({
  caption,
  heads,
  query: { isPending, error, refetch },
  total,
  shown,
  emptyText,
  filters,
  add,
  children,
}: {
  caption: string
  /** Of the columns; one for the buttons of an entry is added. */
  heads: string[]
  query: { isPending: boolean; error: unknown; refetch: () => unknown }
  /** Undefined until it is known. */
  total: number | undefined
  shown: number
  emptyText: string
  filters?: ReactNode
  /** Absent where the reader may not add. */
  add?: { text: string; onAdd: () => void } | undefined
  children: ReactNode
}) {
  const { t } = useTranslation('dictionary')
  return (
    <>
      <div className="fil flat">
        {filters}
        <span className="grow" />
        <output className="mut nar tot">{total === undefined ? '' : t('count', { count: total })}</output>
        {add ? (
          <Button icon="plus" onClick={add.onAdd}>
            {add.text}
          </Button>
        ) : null}
      </div>
      {isPending ? <Loading rows={12} /> : null}
      {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
      {total !== undefined && shown === 0 ? <Empty>{emptyText}</Empty> : null}
      {shown > 0 ? (
        <table className="tbl stackable">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="act">
                <span className="vh">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      ) : null}
    </>
  )
}
