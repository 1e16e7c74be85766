import type { Passage } from '#core/directives/directive.ts'
import type { PageText } from '#core/directives/page-text.ts'

/** A passage on paper, or what stands between two of them. `cells` cuts a table row. */
export interface Block {
  key: string
  kind: string
  start: number
  end: number
  text: string
  level: number
  cells?: { start: number; end: number }[]
  /** The page of the original that begins with this block. */
  opens?: PageText
}

export interface PaperLayout {
  /** Letterhead, when the text begins with one: the body on the left, the national title on the right (Decree 30/2020, annex I). */
  head: { left: Block[]; right: Block[] } | null
  title: Block[]
  body: Block[]
  foot: { left: Block[]; right: Block[] } | null
  rest: Block[]
}

const NATIONAL = /^C[ỘO]NG H(?:ÒA|OÀ|OA) X[ÃA] H[ỘO]I/iu
const PARTY = /^ĐẢNG CỘNG SẢN VIỆT NAM/iu
const MOTTO = /^Độc lập\s*[-–]/iu
const PLACE_AND_DAY = /^[\p{L}\s.-]{2,40},\s*ngày\s.{1,12}tháng\s.{1,12}năm/iu
const TYPE_LINE =
  /^(?:NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ|QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO|THÔNG TƯ|CÔNG ĐIỆN|CHƯƠNG TRÌNH|HƯỚNG DẪN|KẾT LUẬN|ĐỀ ÁN|BÁO CÁO)(?:\s*$|\n)/u
const RECIPIENTS = /^nơi nhận/iu
const ANNEX = /^PHỤ LỤC/iu
const OPENING = /^(?:căn cứ|thực hiện|kính gửi|ngày|để|nhằm|theo|xét|ngay sau)/iu
const SIGNATURE = /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|\(đã ký|\(ký)/iu
const FRAME_LINE =
  /^(?:C[ỘO]NG H(?:ÒA|OÀ|OA) X[ÃA] H[ỘO]I|Độc lập\s*[-–]|Số\s*[:.]|nơi nhận|TM\.|KT\.|TL\.|\(đã ký|[\p{L}\s.-]{2,40},\s*ngày\s.{1,12}tháng)/iu
const LETTERHEAD_MAX = 14
// Longer paragraphs are no part of the frame of a document.
const FRAME_MAX = 200
const TITLE_MAX = 5

/**
 * The text as blocks, page after page where the original has pages; words that were replaced by others are on no page. What lies between
 * passages and is more than white space or a drawn line is kept: nothing of a page is left out.
 */
export function blocksOf(text: string | null, passages: readonly Passage[], pages: readonly PageText[]): Block[] {
  if (text === null || pages.length === 0) return blocksIn(text, passages, 0, text?.length ?? 0)
  let at = 0
  return pages
    .toSorted((a, b) => a.page - b.page)
    .flatMap((page, index) => {
      const own = passages.filter((passage) => page.start <= passage.start && passage.start < page.end)
      // A sentence may go on from one page to the next; those words stand on the page where it begins.
      const from = at > page.start && at <= page.end ? at : page.start
      const blocks = blocksIn(text, own, from, page.end, index === 0)
      at = Math.max(page.end, ...own.map((passage) => passage.end))
      const [first, ...rest] = blocks
      return first ? [{ ...first, opens: page }, ...rest] : []
    })
}

function blocksIn(
  text: string | null,
  passages: readonly Passage[],
  from: number,
  to: number,
  hasLetterhead = true,
): Block[] {
  const blocks: Block[] = []
  let at = from
  for (const passage of passages) {
    if (text !== null) pushGap(blocks, text, at, passage.start)
    const own = passage.text ?? text?.slice(passage.start, passage.end) ?? ''
    const block = { ...passage, key: passage.id, text: own }
    const isEarly = hasLetterhead && blocks.length < LETTERHEAD_MAX
    if (passage.kind === 'table-row') blocks.push({ ...block, cells: cellsOf(own, passage.start) })
    else if (isEarly || own.length < FRAME_MAX) blocks.push(...linesOf(block, isEarly))
    else blocks.push(block)
    at = Math.max(at, passage.end)
  }
  if (text !== null) pushGap(blocks, text, at, to)
  return blocks
}

export function layOut(blocks: readonly Block[]): PaperLayout {
  const headEnd = letterheadEnd(blocks)
  const titleEnd = headEnd > 0 || TYPE_LINE.test(blocks[0]?.text ?? '') ? endOfTitle(blocks, headEnd) : 0
  const [footStart, footEnd] = footOf(blocks, titleEnd)
  const head = blocks.slice(0, headEnd)
  const foot = blocks.slice(footStart, footEnd)
  const isRight = sideOfLetterhead(head)
  const isRecipients = sideOfFoot(foot)
  return {
    head:
      headEnd === 0
        ? null
        : { left: head.filter((block) => !isRight(block)).map(named), right: head.filter(isRight).map(named) },
    title: blocks.slice(headEnd, titleEnd),
    body: blocks.slice(titleEnd, footStart),
    foot:
      foot.length === 0
        ? null
        : { left: foot.filter(isRecipients), right: foot.filter((block) => !isRecipients(block)) },
    rest: blocks.slice(footEnd),
  }
}

/**
 * Reading can take lines of the letterhead or of the signature for one paragraph; on paper each stands on its own. A letterhead typed
 * as plain text sets its two columns apart by spaces.
 */
function linesOf(block: Block, isEarly: boolean): Block[] {
  const starts = [0]
  for (const match of block.text.matchAll(isEarly ? /\n\s*| {3,}/g : /\n\s*/g)) {
    const next = match.index + match[0].length
    if (FRAME_LINE.test(block.text.slice(next))) starts.push(next)
  }
  if (starts.length === 1) return [block]
  return starts.map((from, at) => {
    const text = block.text.slice(from, starts[at + 1] ?? block.text.length)
    return {
      ...block,
      key: `${block.key} ${at}`,
      start: block.start + from,
      end: block.start + from + text.length,
      text,
    }
  })
}

function pushGap(blocks: Block[], text: string, from: number, to: number): void {
  if (to <= from) return
  const own = text.slice(from, to)
  if (/^[\s_=\-–.*]*$/u.test(own)) return
  const lead = own.length - own.trimStart().length
  const start = from + lead
  const end = start + own.trim().length
  blocks.push({ key: `gap ${start}`, kind: 'gap', start, end, text: text.slice(start, end), level: 0 })
}

function cellsOf(own: string, offset: number): { start: number; end: number }[] {
  const bars = [...own.matchAll(/\|/g)].map((match) => match.index)
  const edges = bars[0] === 0 ? bars : [-1, ...bars]
  if (edges.at(-1) !== own.length - 1) edges.push(own.length)
  return edges
    .slice(0, -1)
    .map((edge, at) => ({ start: offset + edge + 1, end: offset + (edges[at + 1] ?? own.length) }))
}

function letterheadEnd(blocks: readonly Block[]): number {
  const first = blocks.slice(0, LETTERHEAD_MAX)
  const signs = first.map((block, at) =>
    [NATIONAL, PARTY, MOTTO, PLACE_AND_DAY, /^số\s*[:.]/iu].some((sign) => sign.test(block.text)) ? at : -1,
  )
  const last = Math.max(...signs, -1)
  const national = first.findIndex((block) => NATIONAL.test(block.text) || PARTY.test(block.text))
  if (national < 0 || last < 0) return 0
  return first.slice(0, last + 1).every((block) => block.text.length < 160) ? last + 1 : 0
}

/** Lines of the letterhead by what they are, for their look. */
function named(block: Block): Block {
  if (/^số\s*[:.]/iu.test(block.text)) return { ...block, kind: 'symbol' }
  if (MOTTO.test(block.text)) return { ...block, kind: 'motto' }
  return PLACE_AND_DAY.test(block.text) ? { ...block, kind: 'place' } : { ...block, kind: 'name' }
}

function sideOfLetterhead(head: readonly Block[]): (block: Block) => boolean {
  const national = head.findIndex((block) => NATIONAL.test(block.text) || PARTY.test(block.text))
  const right = new Set(
    head.filter((block, at) => at === national || MOTTO.test(block.text) || PLACE_AND_DAY.test(block.text)),
  )
  return (block) => right.has(block)
}

function endOfTitle(blocks: readonly Block[], from: number): number {
  let end = from
  while (end < blocks.length && end - from < TITLE_MAX) {
    const block = blocks[end]
    if (!block || !['paragraph', 'heading'].includes(block.kind)) break
    if (block.text.length > 260 || OPENING.test(block.text) || /[.;:]$/u.test(block.text)) break
    end += 1
  }
  return end
}

/** Recipients on the left, the signature on the right, whichever the text writes first. */
function footOf(blocks: readonly Block[], from: number): [number, number] {
  const at = blocks.findLastIndex((block, index) => index >= from && RECIPIENTS.test(block.text))
  if (at < 0) return [blocks.length, blocks.length]
  let start = at
  while (start > from && isSignature(blocks[start - 1])) start -= 1
  let end = at + 1
  while (end < blocks.length && (blocks[end]?.text.length ?? 999) < 140 && !ANNEX.test(blocks[end]?.text ?? ''))
    end += 1
  return [start, end]
}

function sideOfFoot(foot: readonly Block[]): (block: Block) => boolean {
  const at = foot.findIndex((block) => RECIPIENTS.test(block.text))
  const left = new Set(foot.filter((block, index) => index === at || (index > at && /^[-–+•]|^lưu/iu.test(block.text))))
  return (block) => left.has(block)
}

function isSignature(block: Block | undefined): boolean {
  if (!block || block.text.length > 60) return false
  return (
    SIGNATURE.test(block.text) ||
    /^[\p{Lu}\s.,]+$/u.test(block.text) ||
    /^(?:\p{Lu}\p{Ll}+\s){1,4}\p{Lu}\p{Ll}+$/u.test(block.text)
  )
}
