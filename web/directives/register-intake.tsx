import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { DropZone } from '#web/directives/drop-zone.tsx'
import { IntakeDialog } from '#web/directives/intake-dialog.tsx'
import { EMPTY_DRAFT } from '#web/directives/intake-draft.ts'
import { IntakeSeveral } from '#web/directives/intake-several.tsx'
import { StubDialog } from '#web/directives/stub-dialog.tsx'

/** The ways into the register: one original, several at once, files dropped on the page, or a secret one as a line. */
export function useIntake(readable: boolean): { open: () => void; openStub: () => void; dialogs: ReactNode } {
  const [pressed, setOpened] = useState<'one' | 'stub'>()
  const { hash } = useLocation()
  const navigate = useNavigate({ from: '/directives' })
  // The palette's command leads to the open dialog.
  const opened = pressed ?? (hash === 'add' ? 'one' : undefined)
  // Kept here so that closing the dialog loses nothing that was pasted.
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [several, setSeveral] = useState<File[] | null>(null)
  const close = () => {
    setOpened(undefined)
    if (hash !== '') void navigate({ search: true, hash: '', replace: true })
  }
  const take = (files: File[]) => {
    if (files.length > 1) {
      close()
      setSeveral(files)
      return
    }
    setDraft({ ...draft, file: files[0] ?? null })
    setOpened('one')
  }
  return {
    open: () => setOpened('one'),
    openStub: () => setOpened('stub'),
    dialogs: (
      <>
        {several === null && <DropZone onFiles={take} />}
        {several && <IntakeSeveral files={several} readable={readable} onClose={() => setSeveral(null)} />}
        {opened === 'one' && (
          <IntakeDialog draft={draft} onDraft={setDraft} onSeveral={take} opens={readable} onClose={close} />
        )}
        {opened === 'stub' && <StubDialog onClose={close} />}
      </>
    ),
  }
}
