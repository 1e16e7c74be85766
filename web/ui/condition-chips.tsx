import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'

export interface ConditionChip {
  name: string
  /** Of a condition that is in force, what it demands; `null` where its name says all. */
  words: ReactNode
  isInForce: boolean
  /** Given where there is something to choose. */
  editor?: ((onDone?: () => void) => ReactNode) | undefined
  /** Sets a condition that has nothing to choose; without an editor and without this it is set elsewhere. */
  onSet?: (() => void) | undefined
  onDrop: () => void
}

/** The conditions in force as a sentence of chips: each says what it demands, opens to be changed and can be taken off. */
export function ConditionChips({ chips }: { chips: readonly ConditionChip[] }) {
  return (
    <>
      {chips
        .filter(({ isInForce }) => isInForce)
        .map((chip) => (
          <Chip key={chip.name} chip={chip} />
        ))}
      {chips.some(({ editor, onSet }) => editor ?? onSet) ? <AddCondition chips={chips} /> : null}
    </>
  )
}

function Chip({ chip: { name, words, editor, onDrop } }: { chip: ConditionChip }) {
  const { t } = useTranslation()
  const said =
    words === null ? (
      <b>{name}</b>
    ) : (
      <>
        {name}: {words}
      </>
    )
  return (
    <span className="fc">
      {editor ? (
        <Popover
          label={name}
          trigger={
            <button type="button" className="fc-t">
              {said}
            </button>
          }
        >
          {editor()}
        </Popover>
      ) : (
        <span className="fc-t">{said}</span>
      )}
      <button type="button" className="fc-x" aria-label={t('condition.remove', { name })} onClick={onDrop}>
        <Icon name="x" />
      </button>
    </span>
  )
}

/** Every condition that is not in force yet; its editor takes the place of the choice. */
function AddCondition({ chips }: { chips: readonly ConditionChip[] }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState<string>()
  const others = chips.filter(({ isInForce, editor, onSet }) => !isInForce && (editor ?? onSet))
  // Among all: a span of days is in force once its first day is chosen, and its last is still to come.
  const chosen = chips.find((chip) => chip.name === name)
  return (
    <Popover
      label={t('condition.add')}
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        setName(undefined)
      }}
      trigger={
        <button type="button" className="fc add">
          <Icon name="plus" />
          {t('condition.add')}
        </button>
      }
    >
      {chosen?.editor ? (
        <>
          <p className="pick-h">{chosen.name}</p>
          {chosen.editor(() => setOpen(false))}
        </>
      ) : (
        <ul className="pick-l">
          {others.map((chip) => (
            <li key={chip.name}>
              <button
                type="button"
                onClick={() => {
                  if (chip.editor) return setName(chip.name)
                  chip.onSet?.()
                  setOpen(false)
                }}
              >
                {chip.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
