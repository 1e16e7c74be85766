import { lazy, Suspense } from 'react'
import type { Me } from '#core/people/api.ts'
import { showDialog, useOverlays } from '#web/ui/overlay.ts'
import { useShortcut } from '#web/ui/shortcut.ts'

const Palette = lazy(() =>
  import('#web/palette/palette.tsx').then(({ Palette: component }) => ({ default: component })),
)
const Shortcuts = lazy(() =>
  import('#web/palette/shortcuts-dialog.tsx').then(({ ShortcutsDialog: component }) => ({ default: component })),
)

/** What opens over any page, each in a part of its own that comes when it is first wanted. */
export function Overlays({ me }: { me: Me | undefined }) {
  const { dialog } = useOverlays()
  useShortcut({ key: 'k', ctrl: true }, () => showDialog('palette'))
  useShortcut({ key: '/', ctrl: true }, () => showDialog('shortcuts'))
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' && me && <Palette me={me} onClose={() => showDialog(null)} />}
      {dialog === 'shortcuts' && <Shortcuts onClose={() => showDialog(null)} />}
    </Suspense>
  )
}
