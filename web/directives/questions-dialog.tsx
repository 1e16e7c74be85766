import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive } from '#core/directives/directive.ts'
import { type Element, lacksEssential, listMissing } from '#core/directives/missing.ts'
import { isAside, type Proposal } from '#core/directives/proposal.ts'
import { call } from '#web/client.ts'
import { type Asking, drafterNote } from '#web/directives/drafter-note.ts'
import { askedQuery, proposalsQuery, refreshAround } from '#web/directives/queries.ts'
import '#web/directives/rereading.css'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty } from '#web/ui/states.tsx'
import { showToast } from '#web/ui/toast.tsx'

const NONE: Proposal[] = []

/** What the sentences leave open, as a list for the unit that drafted them: chosen element by element, with the text of the note. */
export function QuestionsDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { t } = useTranslation('directives')
  const { data: proposals = NONE } = useQuery(proposalsQuery(directive.id))
  const lacking = proposals.filter((one) => one.state === 'proposed' && !isAside(one) && listMissing(one).length > 0)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [written, setWritten] = useState<string | null>(null)
  // Most orders name no measure and need none: it is asked for only where somebody wants it.
  const isChosen = (proposal: Proposal, element: Element) =>
    turned.has(`${proposal.id} ${element}`) !== (element !== 'measure')
  const asked = lacking.flatMap((proposal): Asking[] => {
    const elements = listMissing(proposal).filter((element) => isChosen(proposal, element))
    return elements.length > 0 ? [{ proposal, elements }] : []
  })
  const text = written ?? drafterNote(directive, asked)
  const toggle = (key: string) => {
    const next = new Set(turned)
    if (!next.delete(key)) next.add(key)
    setTurned(next)
    setWritten(null)
  }
  const ask = useMutation({
    mutationFn: () =>
      call(directivesApi.askDrafter, {
        params: { id: directive.id },
        body: {
          questions: asked.map(({ proposal, elements }) => ({ proposalId: proposal.id, elements: [...elements] })),
        },
        version: directive.version,
      }),
    onSuccess: async ({ items }) => {
      queryClient.setQueryData(askedQuery(directive.id).queryKey, { items })
      showToast(t('questions.recorded', { count: asked.length }))
      onClose()
      await refreshAround(directive.id)
    },
    onError: () => refreshAround(directive.id),
  })
  const item = (proposal: Proposal) => (
    <li key={proposal.id} className="qs-i">
      {proposal.citation && <b>{proposal.citation}</b>}
      <blockquote className="rr-q">{proposal.quote}</blockquote>
      <div className="qs-e">
        {listMissing(proposal).map((element) => (
          <label key={element}>
            <input
              type="checkbox"
              checked={isChosen(proposal, element)}
              onChange={() => toggle(`${proposal.id} ${element}`)}
            />
            {t('card.lacks', { field: t(`field.${element}`).toLocaleLowerCase('vi') })}
          </label>
        ))}
      </div>
    </li>
  )
  const essential = lacking.filter(lacksEssential)
  const rest = lacking.filter((one) => !lacksEssential(one))
  return (
    <Dialog
      wide
      title={t('questions.title')}
      onClose={onClose}
      actions={
        lacking.length > 0 && (
          <>
            <Button
              icon="doc"
              onClick={() =>
                void copy(text).then((done) => showToast(t(done ? 'questions.copied' : 'questions.notCopied')))
              }
            >
              {t('questions.copy')}
            </Button>
            <Button icon="print" onClick={() => printText(text)}>
              {t('questions.print')}
            </Button>
            <Button icon="down" onClick={() => saveText(text, directive.symbol)}>
              {t('questions.download')}
            </Button>
            <Button
              look="primary"
              icon="check"
              busy={ask.isPending}
              aria-disabled={asked.length === 0 || undefined}
              onClick={() => asked.length > 0 && ask.mutate()}
            >
              {t('questions.record')}
            </Button>
          </>
        )
      }
    >
      {lacking.length === 0 ? (
        <Empty>{t('questions.none')}</Empty>
      ) : (
        <>
          <p className="ink2">{t('questions.lead', { count: essential.length })}</p>
          <ul>{essential.map(item)}</ul>
          {rest.length > 0 && (
            <details className="why">
              <summary>{t('questions.onlyMeasure', { count: rest.length })}</summary>
              <ul>{rest.map(item)}</ul>
            </details>
          )}
          <div className="qs-n">
            <TextArea
              wide
              lang="vi"
              label={t('questions.note')}
              hint={t('questions.noteHint')}
              value={text}
              rows={12}
              onChange={(event) => setWritten(event.target.value)}
            />
          </div>
          <ProblemMessage error={ask.error} />
        </>
      )}
    </Dialog>
  )
}

/** The clipboard is closed to pages over plain HTTP; there the old way still works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.querySelector<HTMLTextAreaElement>('.qs-n textarea')
    area?.select()
    return area !== null && document.execCommand('copy')
  }
}

function saveText(text: string, symbol: string | null): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `noi-dung-can-bo-sung-${(symbol ?? 'van-ban').replace(/[^\p{L}\p{N}-]+/gu, '-')}.txt`
  link.click()
  URL.revokeObjectURL(address)
}

/** On a sheet of its own, in the type and margins of documents: the page behind is not printed. */
function printText(text: string): void {
  const frame = document.createElement('iframe')
  frame.className = 'vh'
  frame.title = 'print'
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page || !frame.contentWindow) return
  const style = page.createElement('style')
  style.textContent =
    '@page{size:A4;margin:20mm 20mm 20mm 30mm}body{font:14pt/1.4 Tinos,"Times New Roman",serif;white-space:pre-wrap;text-align:justify;margin:0}'
  page.head.append(style)
  page.body.textContent = text
  frame.contentWindow.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow.print()
}
