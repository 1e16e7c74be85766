import type { Directive } from '#core/directives/directive.ts'
import type { Mark } from '#web/directives/marks.ts'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import type { Markers } from '#web/directives/paper-block.tsx'

/** What both ways of showing a directive need to draw its words with what was read in them. */
export interface Drawing {
  directive: Directive
  may: MayOnDirective
  marks: Mark[]
  markers: Markers
  /** How many commitments there are. */
  count: number
  activeId: string | undefined
  onOpen: (id: string) => void
  onHover: (id: string | undefined) => void
}
