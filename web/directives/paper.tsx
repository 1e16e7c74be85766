import { Fragment, memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import type { PageText } from '#core/directives/page-text.ts'
import { marksByPassage } from '#core/directives/text-segments.ts'
import type { Mark } from '#web/directives/marks.ts'
import { blocksOf, layOut } from '#web/directives/paper-layout.ts'
import type { Block } from '#web/directives/paper-layout.ts'
import { PaperBlock, PaperTable } from '#web/directives/paper-block.tsx'
import type { Markers } from '#web/directives/paper-block.tsx'
import { useSteps } from '#web/ui/use-steps.ts'

// A chunk is laid out only when it comes near the window (content-visibility), and a large text is mounted in steps, so that 5 MB scroll.
const CHUNK = 40
const FIRST_CHUNKS = 12
const CHUNKS_PER_STEP = 60

interface PaperProps {
  directive: Directive
  /** The words of one page alone, as they stand beside its picture. */
  page?: PageText | undefined
  marks: Mark[]
  markers: Markers
  activeId: string | undefined
  onOpen: (id: string) => void
  onHover: (id: string | undefined) => void
}

/** The directive as a document, on paper in both themes, with the words that reading found. */
export function Paper({ directive, page, marks, markers, activeId, onOpen, onHover }: PaperProps) {
  const { t } = useTranslation('directives')
  const { text, passages, pages } = directive
  const blocks = useMemo(() => blocksOf(text, passages, page ? [page] : pages), [text, passages, pages, page])
  const layout = useMemo(() => layOut(blocks), [blocks])
  const marksOfBlock = useMemo(() => {
    const inOrder = blocks.toSorted((a, b) => a.start - b.start)
    const lists = marksByPassage(inOrder, marks)
    return new Map(inOrder.map((block, at) => [block.key, lists[at] ?? []]))
  }, [blocks, marks])
  const showsPages = page === undefined
  const props = (list: Block[]) => ({ blocks: list, marksOfBlock, markers, activeId, onOpen, onHover, showsPages })
  const inFoot = layout.foot && [...layout.foot.left, ...layout.foot.right].find((block) => block.opens)
  return (
    <article className="paper" lang="vi" aria-label={t('reader.text')} id="paper">
      {showsPages && blocks[0]?.opens?.origin === 'recognised' && <PageMark of={blocks[0].opens} />}
      {layout.head && (
        <div className="head">
          <div>
            <Blocks {...props(layout.head.left)} />
          </div>
          <div>
            <Blocks {...props(layout.head.right)} />
          </div>
        </div>
      )}
      {layout.title.length > 0 && (
        <div className="ttl">
          <Blocks {...props(layout.title)} />
        </div>
      )}
      <Chunks {...props(layout.body)} />
      {showsPages && inFoot?.opens && <PageMark of={inFoot.opens} />}
      {layout.foot && (
        <div className="foot">
          <div>
            <Blocks {...props(layout.foot.left)} showsPages={false} />
          </div>
          <div>
            <Blocks {...props(layout.foot.right)} showsPages={false} />
          </div>
        </div>
      )}
      <Chunks {...props(layout.rest)} />
    </article>
  )
}

interface BlocksProps extends Omit<PaperProps, 'directive' | 'page' | 'marks'> {
  blocks: Block[]
  showsPages: boolean
  marksOfBlock: Map<string, Mark[]>
}

function Chunks(props: BlocksProps) {
  const { blocks, marksOfBlock, activeId } = props
  const chunks = useMemo(
    () =>
      Array.from({ length: Math.ceil(blocks.length / CHUNK) }, (_, at) => blocks.slice(at * CHUNK, (at + 1) * CHUNK)),
    [blocks],
  )
  const holds = (chunk: Block[], id: string | undefined) =>
    id !== undefined && chunk.some((block) => marksOfBlock.get(block.key)?.some((mark) => mark.of === id))
  const needed = activeId === undefined ? 0 : chunks.findIndex((chunk) => holds(chunk, activeId)) + 1
  const mounted = useSteps(chunks.length, FIRST_CHUNKS, CHUNKS_PER_STEP)
  return chunks
    .slice(0, Math.max(mounted, needed))
    .map((chunk) => (
      <Chunk key={chunk[0]?.key} {...props} blocks={chunk} activeId={holds(chunk, activeId) ? activeId : undefined} />
    ))
}

const Chunk = memo(
  (props: BlocksProps) => {
    const lines = props.blocks.reduce((sum, block) => sum + Math.ceil(block.text.length / 78) + 0.3, 0)
    return (
      <div className="chunk" style={{ containIntrinsicSize: `auto ${Math.round(lines * 24)}px` }}>
        <Blocks {...props} />
      </div>
    )
  },
  (before, after) =>
    before.blocks === after.blocks &&
    before.activeId === after.activeId &&
    before.blocks.every((block) => isDrawnAlike(block, before, after)),
)

function isDrawnAlike(block: Block, before: BlocksProps, after: BlocksProps): boolean {
  const old = before.marksOfBlock.get(block.key) ?? []
  const now = after.marksOfBlock.get(block.key) ?? []
  return (
    old.length === now.length &&
    old.every((mark, at) => {
      const sign = before.markers.get(mark.of)
      const next = after.markers.get(mark.of)
      return mark === now[at] && sign?.n === next?.n && sign?.done === next?.done && sign?.label === next?.label
    })
  )
}

/** Rows of a table that follow each other are one table. */
function Blocks({ blocks, showsPages, ...rest }: BlocksProps) {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.cells && last?.[0]?.cells && !block.opens) last.push(block)
    else groups.push([block])
  }
  return groups.map((group) => {
    const [first] = group
    if (!first) return null
    return (
      <Fragment key={first.key}>
        {showsPages && first.opens && first.opens.page > 1 && <PageMark of={first.opens} />}
        {first.cells ? <PaperTable rows={group} {...rest} /> : <PaperBlock block={first} {...rest} />}
      </Fragment>
    )
  })
}

/** Where a page of the original begins, and how its words were got when not from the file. */
function PageMark({ of }: { of: PageText }) {
  const { t } = useTranslation('directives')
  return (
    <p className="pgm">
      <span>{t('page.of', { page: of.page })}</span>
      {of.origin === 'recognised' && <em>{t('page.origin.recognised')}</em>}
    </p>
  )
}
