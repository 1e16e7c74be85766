import type { Draft } from '#core/reading/draft.ts'
import type { Outlined } from '#core/reading/outline.ts'
import type { SourceText } from '#core/reading/source-text.ts'
import { Phrases, type Token } from '#core/reading/tokens.ts'
import { CONCRETE_VERBS, makesNoun, SOFT_VERBS, VERB_MODIFIERS } from '#core/reading/vocabulary.ts'

/** What the words of a draft say for and against its being a task: each feature is one rule, true (1) or counted. */
export type Features = Record<string, number>

/** Verbs that are concrete only by their object: alone they leave nothing to check. */
const WEAK_VERBS = new Phrases({
  weak: `triển khai|thực hiện|chỉ đạo|lãnh đạo|phối hợp|bảo đảm|đảm bảo|quản lý|quán triệt|phòng|chống|phòng chống|phòng ngừa|đấu tranh|ngăn chặn|khai thác|sử dụng|tạo|có|làm|chủ trì|khắc phục|xác định|bảo vệ|tham gia|hạn chế|tránh|không để|kịp thời|khuyến khích|động viên|ưu tiên|phát hiện|tận dụng|thu hút|đổi|mở|đưa|giữ|nắm|học tập|tính|thường trực|giúp|đầu tư|là cơ quan|thu|chi`,
})
const SIGNS: readonly [string, RegExp][] = [
  [
    'liable',
    /chịu trách nhiệm(?! (?:tổ chức|theo dõi|xây dựng|triển khai|chủ trì|hướng dẫn|tham mưu|phối hợp|báo cáo|lập|kiểm tra|rà soát))/u,
  ],
  [
    'if difficult',
    /nếu (?:có |gặp )?(?:khó khăn|vướng mắc|phát sinh|vấn đề)|khó khăn, vướng mắc.{0,40}(?:phản ánh|báo cáo)/u,
  ],
  [
    'carry out this text',
    /(?:triển khai|thực hiện|thi hành)[^.;]{0,60}(?:chỉ thị|kế hoạch|công điện|quyết định|nghị quyết|thông báo|kết luận|công văn)(?: số [^ ]+)? này/u,
  ],
  ['comes into force', /có hiệu lực (?:thi hành )?(?:kể )?từ/u],
  ['for information', /(?:thông báo|xin thông báo).{0,20}(?:để|đến|tới).{0,200}(?:biết|thực hiện)/u],
  [
    'reports a result',
    /(?:đã|được) (?:đạt|hoàn thành|triển khai|thực hiện|ban hành|có|chỉ đạo|tổ chức|phê duyệt|thông qua)|so với cùng kỳ|ước đạt/u,
  ],
  ['is assessed', /(?:ghi nhận|biểu dương|đánh giá cao|cảm ơn|chúc mừng|hoan nghênh)/u],
  [
    'writes a text',
    /(?:xây dựng|ban hành|lập|hoàn thiện|soạn thảo|trình|sửa đổi|bổ sung|tham mưu)[^.;]{0,60}(?:kế hoạch|đề án|chương trình|phương án|nghị định|thông tư|nghị quyết|quyết định|quy định|quy chế|báo cáo|danh mục|dự thảo|hồ sơ|văn bản|đề cương|tờ trình|bộ tiêu chí|dự toán|quy trình|kịch bản|tiêu chuẩn|quy chuẩn|quy hoạch|chính sách|luật)/u,
  ],
  [
    'reports',
    /(?:báo cáo|gửi|trình) (?:kết quả|về|thủ tướng|chính phủ|ủy ban|ubnd|bộ|sở|cấp|quốc hội|ban|tình hình|chủ tịch|thường trực|cơ quan|lãnh đạo|bằng|đột xuất|định kỳ)/u,
  ],
  ['watches', /theo dõi|đôn đốc|giám sát|kiểm tra|thanh tra|nắm (?:chắc |tình )/u],
  [
    'issues this text',
    /(?:^thực hiện [^;]*,|^)[^,;]{4,60} (?:ban hành|xây dựng) (?:kế hoạch|chương trình|chỉ thị|công điện)[^.;]*(?:như sau|sau(?: đây)?:?$|thực hiện)/u,
  ],
  ['labelled content', /^(?:nội dung|cơ quan thực hiện|cơ quan chủ trì|thời gian)[^:]{0,20}:/u],
  ['if any', /\(nếu có\)|khi có yêu cầu|nội dung khác|nhiệm vụ khác/u],
  ['is', / là (?:một|những|nhiệm vụ|cơ sở|điều kiện|yếu tố|nội dung|tiêu chí|năm|địa phương)/u],
  ['appeals', /kêu gọi|mong muốn|chung tay|đồng bào|mọi tầng lớp/u],
  [
    'list opening',
    /(?:một số|các)? ?(?:nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|yêu cầu)[^.;]{0,40}(?:sau|sau đây|như sau)/u,
  ],
  ['by function', /theo chức năng|căn cứ chức năng|trong phạm vi/u],
  [
    'money comes from',
    /^(?:kinh phí|nguồn kinh phí|nguồn vốn|ngân sách|chi phí)|(?:kinh phí|nguồn vốn)[^.;]{0,60} được /u,
  ],
  ['not clause', /^(?:không|chưa)/u],
  ['goal', /phấn đấu|mục tiêu|quyết tâm/u],
  ['to be so that', /(?:bảo đảm|đảm bảo|nhằm|góp phần)/u],
]

export function featuresOf(source: SourceText, draft: Draft, outlined: Outlined): Features {
  const low = source.low.slice(draft.start, Math.min(draft.end, draft.start + 3000)).replace(/ +/gu, ' ')
  const verbs = countVerbs(draft.tokens, draft.frame.predicate)
  const f: Features = { bias: 1 }
  for (const [name, sign] of SIGNS) f[name] = sign.test(low) ? 1 : 0
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
  f['speaker'] = draft.frame.speaker ? 1 : 0
  f['must'] = draft.frame.modal ? 1 : 0
  f['conditional'] = draft.frame.conditional ? 1 : 0
  f['introduces'] = draft.introduces ? 1 : 0
  f['section past'] = outlined.section === 'past' ? 1 : 0
  f['section purpose'] = outlined.section === 'purpose' ? 1 : 0
  f['section targets'] = outlined.section === 'targets' ? 1 : 0
  f['section tasks'] = outlined.section === 'tasks' ? 1 : 0
  f['date'] = draft.times.some((t) => t.iso !== null && t.weight >= 60) ? 1 : 0
  f['rhythm'] = draft.times.some((t) => t.kind === 'recurring') ? 1 : 0
  f['urgent'] = draft.times.some((t) => t.kind === 'immediate') ? 1 : 0
  f['event'] = draft.times.some((t) => t.event !== null) ? 1 : 0
  f['cooperating'] = draft.cooperating.length > 0 ? 1 : 0
  f['first verb soft'] = verbs.first === 'soft' ? 1 : 0
  f['first verb weak'] = verbs.first === 'weak' ? 1 : 0
  f['first verb strong'] = verbs.first === 'strong' ? 1 : 0
  f['strong verbs'] = Math.min(verbs.strong, 4) / 4
  f['soft verbs'] = Math.min(verbs.soft, 4) / 4
  f['only soft'] = verbs.strong === 0 && verbs.soft > 0 ? 1 : 0
  f['only weak'] = verbs.strong === 0 && verbs.soft === 0 ? 1 : 0
  f['only carries out'] =
    f['carry out this text'] && !f['writes a text'] && !f['reports'] && !f['watches'] && !f['date'] ? 1 : 0
  f['by manner'] = MANNER.test(low) ? 1 : 0
  f['by manner only'] = f['by manner'] && verbs.strong === 0 && !f['date'] ? 1 : 0
  f['figure'] = /\d ?%|(?:ít nhất|tối thiểu|không quá) \d/u.test(low) ? 1 : 0
  f['ends softly'] = verbs.last === 'soft' ? 1 : 0
  f['mostly soft'] = verbs.soft > verbs.strong ? 1 : 0
  const { place } = draft
  f['item'] = place.item ? 1 : 0
  f['has items'] = place.hasItems ? 1 : 0
  f['preamble'] = place.preamble ? 1 : 0
  f['news'] = place.news ? 1 : 0
  f['after an order'] = place.afterOrder ? 1 : 0
  f['news after an order'] = place.news && place.afterOrder ? 1 : 0
  f['after a result'] = place.afterPast ? 1 : 0
  f['tells'] = f['own subject'] && !draft.frame.modal && !draft.frame.order ? 1 : 0
  f['news tells'] = f['tells'] && place.news ? 1 : 0
  f['done near the verb'] = DONE_NEAR.test(verbWords(draft)) ? 1 : 0
  f['document under a list'] = draft.leadFrom === 'introduction' && DOCUMENT.test(low) ? 1 : 0
  f['asks upward'] =
    draft.frame.speaker && LOWER_BODY.test(source.low.slice(draft.frame.speaker.start, draft.frame.speaker.end)) ? 1 : 0
  f['table'] = draft.fromTable ? 1 : 0
  f['short'] = draft.end - draft.start < 40 ? 1 : 0
  f['long'] = draft.end - draft.start > 350 ? 1 : 0
  return f
}

const MANNER =
  /(?:thực hiện|triển khai|chấp hành|làm|tổ chức|quản lý|phát huy|hoàn thành)[^,.;]{0,30} (?:tốt|nghiêm|nghiêm túc|có hiệu quả|hiệu quả|đầy đủ|đồng bộ|quyết liệt|thắng lợi|xuất sắc|đúng)(?= |$)/u
const DONE_NEAR = /(?:^| )(?:đã|đang|cũng|vừa|chưa|được)(?= |$)/u
const DOCUMENT =
  /^(?:dự thảo|nghị định|thông tư|đề án|báo cáo|nghị quyết|quyết định|kế hoạch|luật|tờ trình|quy hoạch|hồ sơ)/u
const LOWER_BODY =
  /^(?:huyện|xã|phường|thị xã|địa phương|doanh nghiệp|người dân|cử tri|các doanh nghiệp|các địa phương|ubnd huyện|ubnd xã|lãnh đạo huyện|hiệp hội|đại diện)/u

function verbWords(draft: Draft): string {
  const { tokens, frame } = draft
  return tokens
    .slice(Math.max(0, frame.predicate - 3), frame.predicate + 4)
    .map((t) => t.low)
    .join(' ')
}

/** Verbs at the head of the predicate and of its parts (behind "," ";" "và"), by strength. */
function countVerbs(
  tokens: readonly Token[],
  predicate: number,
): { first: string; last: string; strong: number; soft: number; weak: number } {
  const counts = { first: 'none', last: 'none', strong: 0, soft: 0, weak: 0 }
  let expect = true
  for (let i = predicate; i < tokens.length; i++) {
    const low = tokens[i]?.low ?? ''
    if (low === ',' || low === ';' || low === 'và' || low === ':' || low === '.') {
      expect = true
      continue
    }
    if (!expect || tokens[i]?.kind === 'sign') continue
    const soft = SOFT_VERBS.findAt(tokens, i)
    const concrete = CONCRETE_VERBS.findAt(tokens, i)
    const modifier = VERB_MODIFIERS.findAt(tokens, i)
    const next = Math.max(soft?.length ?? 0, concrete?.length ?? 0)
    if (
      modifier &&
      modifier.length >= next &&
      i + modifier.length < tokens.length &&
      followsVerb(tokens, i + modifier.length)
    ) {
      i += modifier.length - 1
      continue
    }
    if (next > 0) {
      const kind =
        soft && soft.length >= (concrete?.length ?? 0)
          ? 'soft'
          : WEAK_VERBS.findAt(tokens, i)?.length === concrete?.length
            ? 'weak'
            : 'strong'
      if (counts.first === 'none') counts.first = kind
      counts[kind]++
      counts.last = kind
      i += next - 1
    } else if (counts.first === 'none' && i < predicate + 12) continue
    expect = counts.first === 'none'
  }
  return counts
}

function followsVerb(tokens: readonly Token[], at: number): boolean {
  if (makesNoun(tokens[at]?.low ?? '', tokens[at - 1]?.low ?? '')) return false
  return (
    SOFT_VERBS.has(tokens, at) ||
    CONCRETE_VERBS.has(tokens, at) ||
    VERB_MODIFIERS.has(tokens, at) ||
    tokens[at]?.low === ','
  )
}
