import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { stopsAtUnreadable } from '#web/ui/focus-first-error.ts'
import { Icon } from '#web/ui/icon.tsx'
import type { IconName } from '#web/ui/icon.tsx'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'ghost'
  small?: boolean
  icon?: IconName
  /** A command is under way: the button says so and takes no second press, but keeps the focus. */
  busy?: boolean
}

export function Button({ look = 'plain', small, icon, busy, className, children, onClick, ...rest }: ButtonProps) {
  const { t } = useTranslation()
  const looks = { plain: '', primary: ' pri', ghost: ' ghost' }[look]
  const iconOnly = children === undefined
  return (
    <button
      type="button"
      {...rest}
      className={`btn${looks}${small ? ' sm' : ''}${iconOnly ? ' ico' : ''}${className ? ` ${className}` : ''}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        const sends = look === 'primary' || rest.type === 'submit'
        if (busy || (sends && stopsAtUnreadable(event.currentTarget))) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
      {busy && <span className="vh">{t('saving')}</span>}
    </button>
  )
}

/** A button that shows only its icon; `label` is its name and its tip. */
export function IconButton({ label, ...rest }: Omit<ButtonProps, 'children'> & { label: string; icon: IconName }) {
  return <Button look="ghost" {...rest} aria-label={label} title={label} />
}
