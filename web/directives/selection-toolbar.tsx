import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive } from '#core/directives/directive.ts'
import { call } from '#web/client.ts'
import type { Selected } from '#web/directives/add-dialog.tsx'
import { keepProposal } from '#web/directives/queries.ts'
import { selectionIn } from '#web/directives/selection-in.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Offers itself under what is selected on the paper. The same can be done without a pointer: "Thêm cam kết" above the list. */
export function SelectionToolbar({
  directive,
  onAdded,
  onTarget,
}: {
  directive: Directive
  onAdded: (id: string) => void
  onTarget: (selected: Selected) => void
}) {
  const { t } = useTranslation('directives')
  const [selection, setSelection] = useState<ReturnType<typeof selectionIn>>(null)
  const add = useMutation({
    mutationFn: (range: { start: number; end: number }) =>
      call(directivesApi.addProposal, { params: { id: directive.id }, body: { kind: 'commitment', ...range } }),
    onSuccess: (proposal) => {
      keepProposal(proposal)
      getSelection()?.removeAllRanges()
      showToast(t('add.added'))
      onAdded(proposal.id)
    },
  })
  useEffect(() => {
    const watch = () => {
      const paper = document.querySelector('#paper')
      setSelection(paper ? selectionIn(paper, directive.text ?? '', directive.pages) : null)
    }
    document.addEventListener('selectionchange', watch)
    return () => document.removeEventListener('selectionchange', watch)
  }, [directive.text, directive.pages])
  if (!selection) return null
  const { start, end, box } = selection
  return (
    <div
      className="sel"
      role="toolbar"
      aria-label={t('add.toolbar')}
      style={{
        left: Math.max(8, Math.min(box.left, innerWidth - 300)),
        top: Math.min(box.bottom + 8, innerHeight - 56),
      }}
    >
      <Button small look="primary" icon="plus" busy={add.isPending} onClick={() => add.mutate({ start, end })}>
        {t('add.asCommitment')}
      </Button>
      <Button small icon="target" onClick={() => onTarget({ start, end })}>
        {t('add.asTarget')}
      </Button>
      <ProblemMessage error={add.error} />
    </div>
  )
}
