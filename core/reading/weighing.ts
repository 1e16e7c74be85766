import { hasMark } from '#core/reading/dictionary.ts'
import type { Draft } from '#core/reading/draft.ts'
import type { Outlined } from '#core/reading/outline.ts'
import { SIGNS, verdictOf } from '#core/reading/signs.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { countVerbs } from '#core/reading/verb-strength.ts'

/** What the words of a draft say for and against its being a task: each feature is one rule, true (1) or counted. */
export type Features = Record<string, number>

/** A set phrase decides alone: the names of its features, and of what. */
export const VERDICTS: Readonly<Record<string, 0 | 1>> = {
  'phrase that orders nothing': 0,
  'phrase that only exhorts': 1,
  'dictionary-never': 0,
  'dictionary-exhortation': 1,
}

export function featuresOf(source: SourceText, draft: Draft, outlined: Outlined): Features {
  const low = source.low.slice(draft.start, Math.min(draft.end, draft.start + 3000)).replace(/ +/gu, ' ')
  const verbs = countVerbs(draft.tokens, draft.frame.predicate)
  const f: Features = { bias: 1 }
  const acts = actsOf(source, draft, low)
  for (const [name, sign] of SIGNS) f[name] = sign.test(acts) ? 1 : 0
  // To watch how others carry it out is a task of its own.
  if (WATCHES_FIRST.test(acts)) f['carry out this text'] = 0
  f['own subject'] = draft.leadFrom === 'clause' ? 1 : 0
  f['subject of heading'] = draft.leadFrom === 'heading' ? 1 : 0
  f['subject of introduction'] = draft.leadFrom === 'introduction' ? 1 : 0
  f['subject of same paragraph'] = draft.leadFrom === 'same-paragraph' ? 1 : 0
  f['subject from earlier'] = draft.leadFrom === 'earlier' ? 1 : 0
  f['subject of cell'] = draft.leadFrom === 'cell' ? 1 : 0
  f['no subject'] = draft.leadFrom === 'none' ? 1 : 0
  f['no predicate'] = draft.frame.predicate >= draft.tokens.length ? 1 : 0
  f['past'] = draft.frame.past ? 1 : 0
  f['order'] = draft.frame.order ? 1 : 0
  f['assigns'] = draft.frame.order && ASSIGNS.test(draft.frame.order) ? 1 : 0
  f['speaker'] = draft.frame.speaker ? 1 : 0
  f['must'] = draft.frame.modal ? 1 : 0
  f['introduces'] = draft.introduces ? 1 : 0
  f['section past'] = outlined.section === 'past' ? 1 : 0
  f['section purpose'] = outlined.section === 'purpose' ? 1 : 0
  f['section targets'] = outlined.section === 'targets' ? 1 : 0
  f['section tasks'] = outlined.section === 'tasks' ? 1 : 0
  const appeals = draft.frame.order === 'kêu gọi' || /^(?:kêu gọi|khuyến khích) /u.test(acts)
  const verdict = verdictOf(low) ?? (appeals ? 'exhorts' : undefined)
  const dated = draft.times.some((t) => t.iso !== null && t.weight >= 60)
  const tells = draft.leadFrom === 'clause' && !draft.frame.modal && !draft.frame.order
  const person = tells && PERSON.test(lead(source, draft)) ? 1 : 0
  const reported =
    (draft.place.news && person === 1 && OFFICIATES.test(acts)) ||
    (tells && (MEETS.test(acts) || BEGINS_WITH_DAY.test(low)))
  const aims = outlined.section === 'purpose' && draft.frame.order === undefined && !dated
  f['a person tells'] = person
  if (verdict === 'nothing' || reported || aims || asksUpward(source, draft)) f['phrase that orders nothing'] = 1
  if (verdict === 'exhorts' && !dated) f['phrase that only exhorts'] = 1
  if (hasMark(source.marks?.never, draft)) return { bias: 1, 'dictionary-never': 1 }
  if (hasMark(source.marks?.exhortations, draft)) return { bias: 1, 'dictionary-exhortation': 1 }
  f['date'] = dated && outlined.section !== 'past' && outlined.section !== 'targets' ? 1 : 0
  f['rhythm'] = draft.times.some((t) => t.kind === 'recurring') ? 1 : 0
  f['urgent'] = draft.times.some((t) => t.kind === 'immediate') ? 1 : 0
  f['event'] = draft.times.some((t) => t.event !== null) ? 1 : 0
  f['cooperating'] = draft.cooperating.length > 0 ? 1 : 0
  f['first verb soft'] = verbs.first === 'soft' ? 1 : 0
  f['first verb weak'] = verbs.first === 'weak' ? 1 : 0
  f['first verb strong'] = verbs.first === 'strong' ? 1 : 0
  f['strong verbs'] = Math.min(verbs.strong, 4) / 4
  f['soft verbs'] = Math.min(verbs.soft, 4) / 4
  f['only weak'] = verbs.strong === 0 && verbs.soft === 0 ? 1 : 0
  f['only carries out'] =
    f['carry out this text'] && !f['writes a text'] && !f['reports'] && !f['watches'] && !f['date'] ? 1 : 0
  f['by manner'] = MANNER.test(low) ? 1 : 0
  f['figure'] = /\d ?%|(?:ít nhất|tối thiểu|không quá) \d/u.test(low) ? 1 : 0
  f['ends softly'] = verbs.last === 'soft' ? 1 : 0
  const { place } = draft
  f['item'] = place.item ? 1 : 0
  f['has items'] = place.hasItems ? 1 : 0
  f['preamble'] = place.preamble ? 1 : 0
  f['news'] = place.news ? 1 : 0
  f['under an order'] = place.underOrder ? 1 : 0
  f['news under an order'] = place.news && place.underOrder ? 1 : 0
  f['news narrates'] = place.news && NARRATES.test(low) ? 1 : 0
  f['begins with a day'] = BEGINS_WITH_DAY.test(low) ? 1 : 0
  f['rhetoric'] = Math.min(low.match(RHETORIC)?.length ?? 0, 4) / 4
  f['names things'] = namesThings(draft)
  f['tells'] = f['own subject'] && !draft.frame.modal && !draft.frame.order ? 1 : 0
  f['news tells'] = f['tells'] && place.news ? 1 : 0
  f['done near the verb'] = DONE_NEAR.test(verbWords(draft)) ? 1 : 0
  f['document under a list'] = draft.leadFrom === 'introduction' && DOCUMENT.test(low) ? 1 : 0
  f['table'] = draft.fromTable ? 1 : 0
  f['long'] = draft.end - draft.start > 350 ? 1 : 0
  return f
}

const NARRATES =
  /(?:^| )(?:đã|vừa qua|thời gian qua|năm qua|những năm|cho biết|khẳng định|cho thấy|ghi nhận|biểu dương|đánh giá cao|nổi bật|phát biểu|góp phần|đều|cũng|ngày càng|chuyển biến|đóng góp|thành tích|được (?:nâng|đẩy|quan tâm|củng cố|triển khai|thực hiện|tăng cường))(?=[ ,]|$)/u
const BEGINS_WITH_DAY =
  /^(?:[^ ]{1,12} [^ ]{1,8} )?(?:\([^)]{1,12}\) ?[-–]? ?)?(?:(?:sáng|trưa|chiều|tối|hôm|trong) )?(?:ngày )?\d{1,2}[./-]\d{1,2}/u
/** An office with the name of who holds it, or a rank: one who speaks, travels and presides. */
const PERSON =
  /^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|[Đđ]ồng chí|[Ôô]ng|[Bb]à) |^(?:[Pp]hó )?(?:[Tt]hủ tướng|[Cc]hủ tịch|[Tt]ổng Bí thư|[Bb]í thư|[Bb]ộ trưởng|[Tt]hứ trưởng|[Gg]iám đốc)[^,;]*(?: \p{Lu}\p{Ll}+){2,4}$/u
const WATCHES_FIRST =
  /^(?:(?:có|chịu) trách nhiệm )?(?:làm (?:cơ quan )?đầu mối,? )?(?:chủ trì,? )?(?:phối hợp [^;]{0,120} )?(?:giúp [^,;]{0,60} )?(?:theo dõi|đôn đốc|giám sát|kiểm tra|hướng dẫn, (?:kiểm tra|đôn đốc|theo dõi))(?=[ ,])/u
const ASSIGNS = /^(?:đồng ý )?(?:giao|phân công|ủy quyền)/u
/** Who presides at a meeting is told, and nothing is asked; "có sự phối hợp" says how it is. */
const MEETS =
  /^(?:(?:chủ trì|chủ tọa|dự|tham dự)(?: và (?:chỉ đạo|phát biểu)| chỉ đạo)?,? (?:hội nghị|cuộc họp|buổi|phiên họp|lễ|đại hội)|có sự)(?= |$)/u
/** What news report that leaders do. */
const OFFICIATES =
  /^(?:chủ trì|dự|tham dự|phát biểu|có (?:buổi|bài)|làm việc|thăm|kiểm tra|tiếp|trao|tặng|chúc|đến)(?= )/u
const RHETORIC =
  /quyết tâm|nỗ lực|tinh thần|quyết liệt|phương châm|thông suốt|hiệu lực, hiệu quả|tiên phong|đi đầu|gương mẫu|bản lĩnh|đoàn kết|niềm tin|khát vọng|thắng lợi|hình thức|sức mạnh|đồng thuận|lan tỏa|rõ người|vai trò|ý thức|nhận thức|trách nhiệm|hiệu quả|chất lượng|năng lực|công tác/gu
const MANNER =
  /(?:thực hiện|triển khai|chấp hành|làm|tổ chức|quản lý|phát huy|hoàn thành)[^,.;]{0,30} (?:tốt|nghiêm|nghiêm túc|có hiệu quả|hiệu quả|đầy đủ|đồng bộ|quyết liệt|thắng lợi|xuất sắc|đúng)(?= |$)/u
const DONE_NEAR = /(?:^| )(?:đã|đang|cũng|vừa|chưa|được)(?= |$)/u
const DOCUMENT =
  /^(?:dự thảo|nghị định|thông tư|đề án|báo cáo|nghị quyết|quyết định|kế hoạch|luật|tờ trình|quy hoạch|hồ sơ)/u
const HIGHER_BODY =
  /^(?:các )?(?:ủy ban nhân dân |ubnd |lãnh đạo |hội đồng nhân dân |hđnd )?(?:tỉnh|thành phố|chính phủ|thủ tướng|quốc hội|trung ương|bộ|sở|cơ quan chức năng|cấp trên)(?= |,|$)/u
const LOWER_BODY =
  /^(?:huyện|xã|phường|thị xã|địa phương|doanh nghiệp|người dân|cử tri|các doanh nghiệp|các địa phương|ubnd huyện|ubnd xã|lãnh đạo huyện|hiệp hội|đại diện)/u

/** Names and numbers behind the verb: who speaks of a certain thing asks for more than effort. */
function namesThings({ tokens, frame }: Draft): number {
  let count = 0
  for (let i = frame.predicate + 1; i < tokens.length; i++) {
    const t = tokens[i]
    if (t && (t.kind === 'number' || (t.capital && !tokens[i - 1]?.capital && tokens[i - 1]?.kind === 'word'))) count++
  }
  return Math.min(count, 4) / 4
}

/** From the verb on, without what only names a document: "Quyết định số 5 về việc ban hành chương trình …". */
function actsOf(source: SourceText, { tokens, frame, start, end, leadFrom }: Draft, low: string): string {
  const verb = leadFrom === 'clause' ? tokens[frame.predicate] : undefined
  const words = verb ? source.low.slice(verb.start, Math.min(end, start + 3000)).replace(/ +/gu, ' ') : low
  return words.replace(/ về việc [^;,.]*/gu, '')
}

/** "Huyện đề nghị tỉnh hỗ trợ …": what a lower body asks of a higher one is no order. */
export function asksUpward(
  source: SourceText,
  { frame, lead: asked, place }: Pick<Draft, 'frame' | 'lead' | 'place'>,
): boolean {
  const words = (span: Span | undefined): string => (span ? source.low.slice(span.start, span.end) : '')
  const lower = frame.speaker ? LOWER_BODY.test(words(frame.speaker)) : place.afterRequest && frame.order === 'đề nghị'
  return lower && HIGHER_BODY.test(words(asked[0]))
}

function lead(source: SourceText, draft: Draft): string {
  const first = draft.lead[0]
  return first ? source.flat.slice(first.start, first.end) : ''
}

function verbWords(draft: Draft): string {
  const { tokens, frame } = draft
  return tokens
    .slice(Math.max(0, frame.predicate - 3), frame.predicate + 4)
    .map((t) => t.low)
    .join(' ')
}
