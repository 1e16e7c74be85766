import { lazy, Suspense } from 'react'
import type { Me } from '#core/people/api.ts'
import { showDialog, showGuide, useOverlays } from '#web/ui/overlay.ts'
import { useShortcut } from '#web/ui/shortcut.ts'

const Palette = lazy(() =>
  import('#web/palette/palette.tsx').then(({ Palette: component }) => ({ default: component })),
)
const Shortcuts = lazy(() =>
  import('#web/palette/shortcuts-dialog.tsx').then(({ ShortcutsDialog: component }) => ({ default: component })),
)

const Guide = lazy(() =>
  import('#web/help/guide-panel.tsx').then(({ GuidePanel: component }) => ({ default: component })),
)

/** What opens over any page, each in a part of its own that comes when it is first wanted. */
export function Overlays({ me }: { me: Me | undefined }) {
  const { dialog } = useOverlays()
  useShortcut({ key: 'k', ctrl: true }, () => showDialog('palette'))
  useShortcut({ key: '/', ctrl: true }, () => showDialog('shortcuts'))
  useShortcut({ key: 'F1' }, () => showGuide(true))
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' && me && <Palette me={me} onClose={() => showDialog(null)} />}
      {dialog === 'shortcuts' && <Shortcuts onClose={() => showDialog(null)} />}
    </Suspense>
  )
}

/** The guide, as the last column of the frame. */
export function GuideBeside() {
  const { guide } = useOverlays()
  return <Suspense fallback={null}>{guide && <Guide onClose={() => showGuide(false)} />}</Suspense>
}
