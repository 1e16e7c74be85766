import type { Placed } from '#core/reading/passages.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** Official texts announce themselves and number their items; news do neither. */
export function styleOf(source: SourceText, placed: readonly Placed[]): { news: boolean; firstItem: number } {
  const items = placed.filter((p) => p.marker || p.row).length
  const official = /cộng hòa xã hội|độc lập - tự do|quyết nghị|nơi nhận ?:|(?:^|\n)số ?: ?\d/u.test(
    source.low.slice(0, 3000),
  )
  const firstItem = placed.find((p) => (p.marker && p.marker.kind !== 'dash') || p.row)?.index ?? -1
  return { news: !official && items * 4 < placed.length, firstItem: items > 3 ? firstItem : -1 }
}

/** "Kết luận … tại buổi làm việc với lãnh đạo tỉnh Sơn La": what is not given to others is given to the province. */
export function findAddressee(source: SourceText): Span[] {
  const m =
    /làm việc với (?:lãnh đạo |ban thường vụ |lãnh đạo chủ chốt )?(tỉnh|thành phố|huyện|xã|phường|thị xã|quận|bộ|sở)(?: \p{Lu}\p{L}*)+/iu.exec(
      source.flat.slice(0, 3000),
    )
  if (!m?.[1]) return []
  const start =
    m.index + m[0].length - m[0].replace(/^.*?(?=(?:tỉnh|thành phố|huyện|xã|phường|thị xã|quận|bộ|sở) )/iu, '').length
  const short = source.flat
    .slice(start)
    .search(
      new RegExp(
        `(?<=\\p{Ll} )${m[1].charAt(0).toUpperCase()}${m[1].slice(1).toLowerCase()}(?=[.,; ](?! ?\\p{Lu}))`,
        'u',
      ),
    )
  if (short >= 0) return [{ start: start + short, end: start + short + m[1].length }]
  return [{ start, end: m.index + m[0].length }]
}
