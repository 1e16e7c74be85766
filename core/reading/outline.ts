import { isCapitals } from '#core/reading/paragraphs.ts'
import type { Placed } from '#core/reading/passages.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import { readFrame } from '#core/reading/subject.ts'
import { listTokens, type Token } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'

/** What a part of a document is about, as its heading says. */
export type SectionKind = 'tasks' | 'past' | 'purpose' | 'targets' | 'unknown'

export interface Outlined {
  /** letterhead, legal bases, recipients, signature, captions: nothing in it is ordered */
  role: 'noise' | 'heading' | 'text' | 'row'
  section: SectionKind
  /** The bodies that a heading (or a sentence that introduces a list) obliges, for everything under it. */
  lead: Span[]
  /** A heading "Chỉ đạo B": B is obliged together with the lead above. */
  addsToLead: boolean
  /** The heading puts its bodies beside a lead: "Phối hợp với …:". */
  cooperating: Span[]
}

const SECTION_WORDS: readonly [RegExp, SectionKind][] = [
  [
    /^(?:mục đích|quan điểm|yêu cầu$|mục đích, yêu cầu|nguyên tắc|sự cần thiết|căn cứ|phạm vi|đối tượng|tư tưởng chỉ đạo|ý nghĩa)/u,
    'purpose',
  ],
  [/mục đích|quan điểm chỉ đạo/u, 'purpose'],
  [
    /^(?:các )?(?:mục tiêu|chỉ tiêu)|(?:mục tiêu|chỉ tiêu) (?:cụ thể|chủ yếu|phấn đấu)|điều chỉnh một số chỉ tiêu/u,
    'targets',
  ],
  [
    /tổ chức thực hiện|phân công|nhiệm vụ|giải pháp|nội dung|kiến nghị|phương hướng|trách nhiệm|kế hoạch công tác|chương trình công tác|kinh phí|thời gian tới|triển khai|yêu cầu/u,
    'tasks',
  ],
  [
    /^(?:đánh giá|kết quả|tình hình|thực trạng|nhận định|tồn tại|hạn chế|những kết quả|ưu điểm|khuyết điểm|nguyên nhân|đặc điểm|một số kết quả|về tình hình|về kết quả|bối cảnh|dự báo|những hạn chế|một số tồn tại|sự cần thiết)/u,
    'past',
  ],
]
const PAST_WORK = /^(?:thực hiện|tình hình|kết quả|đánh giá|kiểm điểm)[^.;]*(?:tháng|quý|năm|công tác|nhiệm vụ)/u
const LEAD_PREFIX =
  /^(?:(?:đối với|đề nghị|kính đề nghị|giao|trách nhiệm của|nhiệm vụ của|yêu cầu|về phía|phân công|giao nhiệm vụ cho|giao cho|trách nhiệm|nhiệm vụ|thủ trưởng đơn vị|riêng)(?: :|:)? ?)+/u
/** "Chủ tịch UBND các tỉnh nêu trên:", "Các bộ, ngành theo chức năng, nhiệm vụ được giao:": names nobody else. */
const POINTED_AT =
  /^(?:(?:nêu|nói|kể) trên|trên|(?:có )?liên quan|(?:theo|căn cứ|trên địa bàn|trong phạm vi)(?: |$).*)$/u
const PEOPLE =
  /^(?:các |mỗi |toàn thể |đội ngũ )*(?:giáo viên|giảng viên|cán bộ|công chức|viên chức|người lao động|nhân viên|học sinh|sinh viên|người dân|nhân dân|hộ gia đình|hộ kinh doanh|cá nhân|đảng viên|phụ huynh|cha mẹ học sinh)[^:;.]{0,60}$/u
const DIRECTING_PREFIX = /^chỉ đạo:? /u
const MOST_CAPTION = 400
const NOISE_LINE =
  /^(?:cộng hòa xã hội|chủ nghĩa việt nam|độc lập|đảng cộng sản việt nam|số ?[:/]|kính gửi|nơi nhận|lưu ?:|\(kèm theo|\(ban hành kèm|\[img\]|\(theo công văn|v\/v|tm\.|kt\.|tl\.|tuq\.|q\.|thông tin phản hồi|nguồn:|tin, ảnh|\(đã ký\))/u

export function outline(source: SourceText, placed: readonly Placed[]): Outlined[] {
  const out: Outlined[] = []
  let recipients = false
  let bases = false
  for (const p of placed) {
    const low = source.low.slice(p.start, Math.min(p.end, p.start + 400))
    const body = source.low.slice(p.body, Math.min(p.end, p.body + 400)).trim()
    if (p.afterGap || /^(?:phụ lục|kế hoạch|danh mục|phần|chương)(?: |$)/u.test(low)) recipients = false
    const above = p.parent >= 0 ? out[p.parent] : undefined
    const entry: Outlined = {
      role: 'text',
      section: above?.section ?? 'unknown',
      lead: [],
      addsToLead: false,
      cooperating: [],
    }
    out.push(entry)
    if (p.row) {
      entry.role = 'row'
      continue
    }
    if (/^(?:nơi nhận|kính gửi)(?: |:|$)/u.test(body)) recipients = true
    if (recipients) {
      const ends = !body.startsWith('kính gửi') && (p.marker?.kind === 'roman' || p.marker?.kind === 'article')
      if (ends || (p.end - p.start > 160 && !p.marker)) recipients = false
      else {
        entry.role = 'noise'
        continue
      }
    }
    if (
      /^(?:căn cứ|xét đề nghị|xét tờ trình|theo đề nghị)(?: |:)/u.test(body) &&
      !p.marker &&
      /[;.]$/u.test(source.flat.slice(p.start, p.end).trim()) &&
      p.end - p.start < 400 &&
      !/ yêu cầu | giao | đề nghị các/u.test(low.slice(8))
    )
      bases = true
    else bases = false
    if (bases || NOISE_LINE.test(body) || isCaption(low, p) || isLetterhead(source, p)) {
      entry.role = 'noise'
      if (isCapitals(source.flat.slice(p.start, p.end)) && !p.marker) entry.section = 'unknown'
      continue
    }
    if (isTitle(source, placed, p)) {
      entry.role = 'noise'
      continue
    }
    readHeading(source, p, entry)
  }
  return out
}

/** "… phát biểu tại hội nghị. Ảnh: VGP": the words under a picture; a long paragraph only holds one. */
function isCaption(low: string, p: Placed): boolean {
  return p.end - p.start < MOST_CAPTION && /ảnh ?:/u.test(low)
}

/** The line behind "NGHỊ QUYẾT" or "V/v": what the document is about, said again by the text. */
function isTitle(source: SourceText, placed: readonly Placed[], p: Placed): boolean {
  if (p.marker || p.start > 3000 || /[.;:]$/u.test(source.flat.slice(p.start, p.end).trim())) return false
  const before = placed[p.index - 1]
  if (!before || before.end - before.start > 40) return false
  return (
    /^(?:nghị quyết|quyết định|chỉ thị|kế hoạch|thông báo|công điện|báo cáo|chương trình|đề án|kết luận|hướng dẫn)/u.test(
      source.low.slice(before.start, before.end),
    ) && isCapitals(source.flat.slice(before.start, before.end))
  )
}

function isLetterhead(source: SourceText, p: Placed): boolean {
  const flat = source.flat.slice(p.start, p.end)
  if (flat.length < 6) return true
  if (p.marker) return false
  if (isCapitals(flat)) return true
  // "Hà Nội, ngày 02 tháng 3": a comma, or nothing but capitals; "Giao Sở Nội vụ báo cáo trước ngày 01/7" is none.
  if (/^(?:\p{Lu}[\p{L} .-]+,|(?:\p{Lu}[\p{L}.]*[ -]+)+)\s?ngày \d/u.test(flat) && flat.length < 60) return true
  return flat.length < 40 && !/[.:;,]/u.test(flat) && flat.split(' ').every((w) => /^\p{Lu}/u.test(w))
}

function readHeading(source: SourceText, p: Placed, entry: Outlined): void {
  const flat = source.flat.slice(p.body, p.end).trim()
  const low = source.low.slice(p.body, p.end).trim()
  const opens = flat.endsWith(':')
  const short =
    flat.length <= 260 && !/[.;]$/u.test(flat.replace(/\.$/u, (m) => (p.marker && flat.length < 120 ? '' : m)))
  if (p.marker && short) {
    const capitals = isCapitals(flat)
    if (capitals || /^(?:part|chapter|section|annex|article|roman|letter)$/u.test(p.marker.kind)) {
      const kind = sectionKind(low)
      if (kind) entry.section = kind
      if (
        capitals ||
        (flat.length < 200 &&
          /^(?:part|chapter|section|annex|roman|letter)$/u.test(p.marker.kind) &&
          !ordersSomeone(source, p))
      ) {
        entry.role = 'heading'
        if (!capitals) Object.assign(entry, findHeadingLead(source, p))
        return
      }
    } else if (flat.length < 140) {
      const kind = sectionKind(low)
      if (kind && kind !== 'tasks' && (opens || !/[,;]/u.test(flat))) entry.section = kind
    }
  }
  const lead = findHeadingLead(source, p)
  if (lead) {
    entry.role = 'heading'
    Object.assign(entry, lead)
    return
  }
  if (opens) {
    const introduced = findIntroducedLead(source, p)
    if (introduced.length > 0) entry.lead = introduced
    if (flat.length < 200 && introduced.length === 0 && p.marker) entry.role = 'heading'
    return
  }
  if (p.marker && short && /^(?:về |đối với |công tác |tình hình )/u.test(low)) entry.role = 'heading'
}

function ordersSomeone(source: SourceText, p: Placed): boolean {
  const frame = readFrame(listTokens(source, p.body, p.end))
  return frame.order !== undefined || (frame.lead.length > 0 && frame.modal !== undefined)
}

function sectionKind(heading: string): SectionKind | undefined {
  if (PAST_WORK.test(heading) && !/thời gian tới|kế hoạch triển khai/u.test(heading)) {
    if (heading.startsWith('thực hiện nhiệm vụ') || /^(?:tình hình|kết quả|đánh giá|kiểm điểm)/u.test(heading))
      return 'past'
  }
  return SECTION_WORDS.find(([words]) => words.test(heading))?.[1]
}

/** "1. Bộ Công an:", "Đối với các bộ, ngành", "Trách nhiệm của Sở Tài chính": the whole line names bodies. */
function findHeadingLead(
  source: SourceText,
  p: Placed,
): Pick<Outlined, 'lead' | 'addsToLead' | 'cooperating'> | undefined {
  const length = p.end - p.body
  if (length > 600) return undefined
  const low = source.low.slice(p.body, p.end)
  let from = p.body + (/^ +/u.exec(low)?.[0].length ?? 0)
  const prefix = LEAD_PREFIX.exec(source.low.slice(from, p.end))?.[0] ?? ''
  const directing = DIRECTING_PREFIX.exec(source.low.slice(from, p.end))?.[0] ?? ''
  from += prefix.length || directing.length
  const tokens = listTokens(source, from, p.end)
  const named = findNamedUnits(tokens, 0)
  if (!named) return peopleOf(source, p, from, prefix)
  let next = named.next
  if (tokens[next]?.low === '(') while (next < tokens.length && tokens[next]?.low !== ')') next++
  const rest = tokens.slice(next).filter((t) => t.kind === 'word')
  const pointed = POINTED_AT.test(rest.map((t) => t.low).join(' ')) && tokens.at(-1)?.low === ':'
  if (rest.length === 0 || pointed || (rest[0]?.low === 'là' && length < 200 && !/;/u.test(low)))
    return { lead: named.units, addsToLead: directing !== '', cooperating: [] }
  return undefined
}

/** "Đối với đội ngũ giáo viên": people, and not a matter. */
function peopleOf(source: SourceText, p: Placed, from: number, prefix: string) {
  const span = bareSpan(source, { start: from, end: p.end })
  if (prefix === '' || !PEOPLE.test(source.low.slice(span.start, span.end))) return undefined
  return { lead: [span], addsToLead: false, cooperating: [] }
}

/** "…, tỉnh Đắk Lắk cần … thực hiện một số nội dung sau:" obliges tỉnh Đắk Lắk in what follows. */
function findIntroducedLead(source: SourceText, p: Placed): Span[] {
  const at = source.flat.slice(p.body, p.end).search(/[^.]*:\s*$/u)
  if (
    /(?:kết luận|ý kiến|(?:ý kiến|kết luận|quyết định) chỉ đạo|chỉ đạo như sau|nêu rõ|thông báo)(?: như sau| sau)? ?:$/u.test(
      source.low.slice(p.body, p.end).trim(),
    )
  )
    return []
  const tokens: Token[] = listTokens(source, p.body + Math.max(0, at), p.end)
  if (tokens.length > 260) return []
  const ordered = findOrdered(tokens)
  if (ordered.length > 0) return ordered
  const frame = readFrame(tokens)
  return frame.past || tokens[frame.predicate]?.low === 'ban' ? [] : frame.lead
}

/** "Quốc hội tán thành …, đồng thời đề nghị Chính phủ và … thực hiện các nhiệm vụ sau:" obliges Chính phủ. */
function findOrdered(tokens: readonly Token[]): Span[] {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const pair = `${tokens[i]?.low ?? ''} ${tokens[i + 1]?.low ?? ''}`
    if (pair !== 'đề nghị' && pair !== 'yêu cầu') continue
    const named = findNamedUnits(tokens, i + 2)
    if (named) return named.units
  }
  return []
}
