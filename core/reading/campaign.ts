import type { Anchor } from '#core/reading/dates-written.ts'
import { type FoundTime, listTimes } from '#core/reading/deadline.ts'
import type { SourceText } from '#core/reading/source-text.ts'

/** "Đợt cao điểm … từ ngày 23/4 đến ngày 23/6": the span of a campaign holds for all that is asked in it. */
export function findCampaign(source: SourceText, anchor: Anchor): FoundTime | undefined {
  const head = { start: 0, end: Math.min(source.text.length, 20_000) }
  const low = source.low.slice(head.start, head.end)
  for (const m of low.matchAll(
    /(?:đợt|tháng|chiến dịch|tuần lễ) (?:cao điểm|ra quân|thi đua|hành động|này)?[^.;]{0,160}? từ (?:ngày )?\d/gu,
  )) {
    const span = { start: m.index, end: Math.min(m.index + m[0].length + 60, low.length) }
    const time = listTimes(source, span, anchor).find((t) => t.form === 'from day to day')
    if (time && /cao điểm|ra quân|chiến dịch|tuần lễ|thi đua/u.test(low)) return time
  }
  return undefined
}
