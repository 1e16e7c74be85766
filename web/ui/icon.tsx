/** The names of the 16 px icons in `sprite.svg`. */
export type IconName =
  | 'bell'
  | 'book'
  | 'check'
  | 'chev'
  | 'clip'
  | 'clock'
  | 'cr'
  | 'doc'
  | 'down'
  | 'edit'
  | 'flag'
  | 'fork'
  | 'form'
  | 'home'
  | 'info'
  | 'insp'
  | 'left'
  | 'lock'
  | 'map'
  | 'meet'
  | 'mega'
  | 'menu'
  | 'more'
  | 'off'
  | 'out'
  | 'people'
  | 'plus'
  | 'print'
  | 'pub'
  | 'right'
  | 'search'
  | 'send'
  | 'set'
  | 'star'
  | 'target'
  | 'task'
  | 'theme'
  | 'tree'
  | 'undo'
  | 'up'
  | 'warn'
  | 'x'

/** Decoration beside a word or inside a control that has a name of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
