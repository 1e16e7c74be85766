import { splitNames } from '#core/units/split-names.ts'

/** Names of one cell; those behind "phối hợp" take part without leading. */
export interface CellNames {
  lead: string[]
  cooperating: string[]
}

const BULLET = /^(?:[-–+•*·]|\d{1,2}[.)])\s*/u
const PRESIDES = /\s*[,;(]?\s*(?:\(?chủ trì\)?)?\s*[,;]?\s*phối hợp(?: thực hiện)?(?: với|:| cùng)?\s*(?:các )?/iu
const WORD_OF_PART = /^(?:đơn vị |cơ quan )?(?:chủ trì|đầu mối|phối hợp|thực hiện)\s*:\s*/iu
const MOST_NAMES = 200

/**
 * The bodies that a cell names. Lines and semicolons part them always; a comma or "và" only where the parts are not one name:
 * "Sở Văn hóa, Thể thao và Du lịch" stays whole when the register knows it.
 */
export function namesOfCell(text: string, isKnown: (name: string) => boolean): CellNames {
  const [leading = '', ...rest] = text.split(PRESIDES)
  return {
    lead: listNames(leading.replace(/\s*\(?chủ trì\)?\s*$/iu, ''), isKnown),
    cooperating: rest.flatMap((part) => listNames(part, isKnown)),
  }
}

export function listNames(text: string, isKnown: (name: string) => boolean): string[] {
  const parts = text.split(/[\n;]/u).flatMap((line) => partsOfLine(line, isKnown))
  return [...new Set(parts)].slice(0, MOST_NAMES)
}

function partsOfLine(line: string, isKnown: (name: string) => boolean): string[] {
  const name = line
    .replace(BULLET, '')
    .replace(WORD_OF_PART, '')
    .replace(/[\s.,]+$/u, '')
    .trim()
  if (name === '' || /^[-–x]$/iu.test(name)) return []
  if (isKnown(name)) return [name]
  const listed = splitNames(name)
  if (listed.length > 1) return listed
  return joinKnown(
    name.split(/\s*(,)\s*|\s+(và)\s+(?=\p{Lu}|các )/u).filter((part) => part !== undefined),
    isKnown,
  )
}

/** `pieces` are names and, between them, what joined them: the longest run that is a known name stays together. */
function joinKnown(pieces: readonly string[], isKnown: (name: string) => boolean): string[] {
  const names: string[] = []
  for (let at = 0; at < pieces.length; ) {
    let end = pieces.length
    while (end > at + 1 && !isKnown(joined(pieces.slice(at, end)))) end -= 2
    const name = joined(pieces.slice(at, Math.max(end, at + 1))).trim()
    if (name !== '') names.push(name)
    at = Math.max(end, at + 1) + 1
  }
  return names
}

function joined(pieces: readonly string[]): string {
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : piece === ',' ? ', ' : ` ${piece} `)).join('')
}
