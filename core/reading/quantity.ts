import type { Comparator } from '#core/reading/reading.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** A number (or a range) with its unit, as a text gives it. */
export interface Quantity extends Span {
  value: number
  max: number | null
  unit: string
  percent: boolean
  /** Where the number itself stands. */
  number: Span
  /** Words of comparison around the number. */
  comparator: Comparator | null
  /** Some word of comparison or approximation was found. */
  compared: boolean
  counted: boolean
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`
const WORDS: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}
const MULTIPLIER = '(?:nghìn|ngàn|triệu|tỷ|tỉ|nghìn tỷ|nghìn tỉ|ngàn tỷ|triệu tỷ)'
const PERCENT = String.raw`(?:%(?:0|o)?|‰|phần trăm|điểm %|điểm phần trăm)(?: ?/ ?(?:năm|tháng|quý))?`
const THING = String.raw`(?:đồng|usd|đô la mỹ(?: \\(usd\\))?|lượt|căn hộ|căn|ha|hecta|héc ta|km2|km|m2|m3|mw|gwh|kwh|tấn|người|lao động|hộ|hộ gia đình|doanh nghiệp|hợp tác xã|xã|phường|huyện|tỉnh|thành phố|thôn|bản|trường|lớp|giường bệnh|giường|bác sĩ|bác sỹ|đảng viên|chi bộ|mô hình|sản phẩm|dự án|công trình|đề tài|điểm|hồ sơ|vụ|vụ án|đối tượng|cuộc|buổi|tổ|khu phố|tổ dân phố|trạm|cơ sở|trung tâm|sáng chế|bài báo|chuyên gia|kỹ sư|giáo viên(?: cơ hữu)?|học sinh|sinh viên|cán bộ|chiến sĩ|thuê bao|tài khoản|thứ bậc|bậc|nhà máy|nhiệm vụ|đơn vị|văn bản|thủ tục hành chính|thủ tục|dịch vụ công|cây|con|chiếc|tuyến|máy|thẻ|câu lạc bộ|lớp tập huấn|cuộc kiểm tra|khu dân cư|ngôi nhà|căn nhà|suất quà|học viên|km đường|khu công nghiệp|khu kinh tế|cụm công nghiệp|khu|cụm|nền tảng|tuổi)`
const BEFORE =
  /(?:≥|>=|≤|<=|>|<|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|không vượt quá|không thấp hơn|thấp hơn|cao hơn|từ|khoảng|gần|hơn|vượt|xuống còn|còn|đạt|bằng|có|là|:| |\()+$/u
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?:(${NUMBER})(?: ?(?:%|‰)?(?: ?[-–—] ?| đến | tới )(${NUMBER}))? ?(?:(${PERCENT})|(${MULTIPLIER})(?: +(${THING}))?(?!\\p{L})|(${THING})(?!\\p{L})))`,
  'gu',
)

/** All numbers with a unit in a span. Durations, ages and dates are none of them. */
export function listQuantities(source: SourceText, span: Span): Quantity[] {
  const low = source.low.slice(span.start, Math.min(span.end, span.start + 6000))
  if (!/\d/u.test(low)) return []
  const out: Quantity[] = []
  for (const m of low.matchAll(QUANTITY)) {
    const value = readNumber(m[1] ?? '')
    if (value === undefined) continue
    const start = span.start + m.index
    const end = start + m[0].length
    const before = low.slice(Math.max(0, m.index - 60), m.index)
    const after = low.slice(m.index + m[0].length, m.index + m[0].length + 30)
    const words = BEFORE.exec(before)?.[0] ?? ''
    const max = m[2] === undefined ? null : (readNumber(m[2]) ?? null)
    const unit = source.flat.slice(end - (m[3] ?? [m[4], m[5]].filter(Boolean).join(' ') ?? '').length, end)
    const { comparator, compared } = compare(words, after, max !== null)
    out.push({
      start: start - (words.length - words.trimStart().length > 0 ? words.trimStart().length : words.length),
      end,
      value,
      max,
      unit: m[3]
        ? unit
        : source.flat
            .slice(start, end)
            .replace(/^[\d.,\s–—-]+(?:đến\s*[\d.,]+|tới\s*[\d.,]+)?\s*/u, '')
            .replace(/ +/gu, ' '),
      percent: m[3] !== undefined,
      number: { start, end: start + (m[1] ?? '').length },
      comparator,
      compared,
      counted: m[3] === undefined,
    })
  }
  return out
}

function compare(before: string, after: string, range: boolean): { comparator: Comparator | null; compared: boolean } {
  if (
    /^ ?(?:%|‰)? ?(?:[^,.;]{0,20} )?trở lên/u.test(after) ||
    /≥|>=|>|trên|ít nhất|tối thiểu|không dưới|không thấp hơn|cao hơn|hơn|vượt/u.test(before)
  ) {
    if (!/thấp hơn/u.test(before) || /không thấp hơn/u.test(before)) return { comparator: '>=', compared: true }
  }
  if (/≤|<=|<|dưới|không quá|tối đa|không vượt quá|thấp hơn/u.test(before) || /^ ?trở xuống/u.test(after))
    return { comparator: '<=', compared: true }
  if (/khoảng|gần/u.test(before)) return { comparator: null, compared: true }
  if (range) return { comparator: '>=', compared: true }
  return { comparator: '=', compared: false }
}

/** "5.000" is five thousand, "0,7" seven tenths, "một" one. */
export function readNumber(words: string): number | undefined {
  const named = WORDS[words]
  if (named !== undefined) return named
  if (!/^\d/u.test(words)) return undefined
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(words)) return Number(words.replace(/\./gu, '').replace(',', '.'))
  return Number(words.replace(',', '.'))
}
