import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#web/ui/dialog.tsx'
import { useRegisteredShortcuts } from '#web/ui/shortcut.ts'
import '#web/palette/palette.css'

const KEYS: Record<string, string> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
}

/** The shortcuts that work on the page under it, as the page has registered them. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search')
  const chords = useRegisteredShortcuts()
  const wordsOf = (chord: string) => {
    const key = `shortcuts.chord.${chord.replaceAll('+', '_')}`
    return i18next.exists(key, { ns: 'search' }) ? t(key as 'shortcuts.chord.ctrl_k') : t('shortcuts.unnamed')
  }
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <p className="mut">{t('shortcuts.text')}</p>
      <table className="tbl keys">
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.keys')}</th>
            <th scope="col">{t('shortcuts.what')}</th>
          </tr>
        </thead>
        <tbody>
          {chords.map((chord) => (
            <tr key={chord}>
              <td>
                {chord.split('+').map((key) => (
                  <kbd key={key}>{KEYS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
                ))}
              </td>
              <td>{wordsOf(chord)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
