import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** A command of the journal in the words of the office; one that has no words yet is shown as it is written. */
export function useCommandWord(): (command: string) => string {
  const { t } = useTranslation('journal')
  return (command) => {
    const key = `command.${command.replace('.', '_')}`
    return i18next.exists(key, { ns: 'journal' }) ? t(key as 'command.task_draft') : command
  }
}
