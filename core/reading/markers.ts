/** How a line of an official text announces its place: "Điều 5.", "II.", "1.2.", "a)", "-", a row number. */
export type MarkerKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'annex'
  | 'roman'
  | 'letter'
  | 'number'
  | 'subnumber'
  | 'bracketed'
  | 'point'
  | 'dash'
  | 'plus'
  | 'star'
  | 'row'

export interface Marker {
  kind: MarkerKind
  /** As cited: "5", "II", "1.2", "a", "-". */
  label: string
  /** Units of the line taken by the marker and the space behind it. */
  length: number
}

const FORMS: readonly [RegExp, MarkerKind][] = [
  [/^phần (?:thứ )?([ivxlc]+|\d+|nhất|hai|ba|tư|năm)(?= *[.:]| *$)[.:]? */iu, 'part'],
  [/^chương ([ivxlc]+|\d+)(?= *[.:]| *$)[.:]? */iu, 'chapter'],
  [/^(?:tiểu )?mục ([ivxlc]+|\d+)(?= *[.:]| *$)[.:]? */iu, 'section'],
  [/^phụ lục(?: số)? ([ivxlc]+|\d+)(?= *[.:]| *$)[.:]? */iu, 'annex'],
  [/^điều (\d+[a-zđ]?) *[.:] */iu, 'article'],
  [/^([IVX]+|I{1,3}[ivx]*) *[.)/](?= |$) */u, 'roman'],
  // Documents of the Party: "I- …", "1- …", "1.1- …".
  [/^([IVX]+) ?[-–](?= ?\p{Lu}) */u, 'roman'],
  [/^([A-HĐ]) *\.(?= |$) */u, 'letter'],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3}) ?[-–](?= ?\p{Lu}) */u, 'subnumber'],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3}) *[.)]?(?= |$) */u, 'subnumber'],
  [/^(\d{1,2}) *\.(?= |$|\p{Lu}) */u, 'number'],
  [/^(\d{1,2}) ?[-–](?= ?\p{Lu}\p{L}) */u, 'number'],
  [/^(\d{1,2}) *[)/](?= |$) */u, 'bracketed'],
  [/^\( *(\d{1,2}|[ivx]{1,4}|[a-zđ]) *\)(?= |$|\p{L}) */iu, 'bracketed'],
  [/^([a-zđ]\d?) *[.)](?= |$|\p{L}) */u, 'point'],
  [/^([-–—−•●▪]) */u, 'dash'],
  [/^(\+) */u, 'plus'],
]

/** `line` is flat and trimmed; `raw` tells a bullet "* " from italics. */
export function findMarker(line: string, raw: string): Marker | undefined {
  if (/^\*\s+[^\s*]/u.test(raw)) return { kind: 'star', label: '*', length: 0 }
  const head = line.slice(0, 40)
  for (const [form, kind] of FORMS) {
    const m = form.exec(head)
    if (!m) continue
    const label = m[1] ?? ''
    if (kind === 'dash' && label === '-' && /^-\d/u.test(head)) continue
    if (kind === 'roman' && !/^[IVX]+$/u.test(label.toUpperCase())) continue
    return { kind, label: kind === 'roman' ? label.toUpperCase() : label, length: m[0].length }
  }
  if (/^\d{1,3}$/u.test(line)) return { kind: 'row', label: line, length: line.length }
  return undefined
}
