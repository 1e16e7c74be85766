const KIND = '(?:tỉnh|thành phố|xã|phường|đặc khu)'
/** What is listed · the words for "these" · the places: "Sở Phát triển Cơ sở các tỉnh, thành phố: Lâm Đồng, An Giang và Cà Mau". */
const PLACES = new RegExp(`^(.+?) (?:các|\\d+) ((?:${KIND})(?:(?: ?,| và) ${KIND})*) ?:? (\\p{Lu}.*)$`, 'u')
/** "các Bộ: Công an, Nội vụ", "Sở: Nội vụ, Tài chính". */
const BODIES = /^(?:[Cc]ác )?(Bộ|Sở|Ban|Cục|Vụ)(?: [^:]*)?: (\p{Lu}.*)$/u
const JOINT = / ?[,;] (?=\p{Lu})| và (?=\p{Lu})/u

/**
 * One written name for each body of a list that says its common part once; a name that is no such list comes back alone.
 * The common word of the places is dropped, since it fits only some ("các tỉnh, thành phố"): the matcher knows a province by its name.
 *
 * @example splitNames('Sở PTCS các tỉnh: Lâm Đồng, An Giang')  // ['Sở PTCS Lâm Đồng', 'Sở PTCS An Giang']
 */
export function splitNames(written: string): string[] {
  const text = written.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const places = PLACES.exec(text)
  if (places) {
    const [, body = '', kinds = '', list = ''] = places
    const kind = kinds.includes(',') || kinds.includes(' và ') ? '' : `${kinds} `
    return list.split(JOINT).map((place) => `${body} ${startsWithKind(place) ? '' : kind}${place}`)
  }
  const bodies = BODIES.exec(text)
  if (!bodies) return [text]
  const [, word = '', list = ''] = bodies
  return list.split(JOINT).map((name) => (name.startsWith(`${word} `) ? name : `${word} ${name}`))
}

function startsWithKind(place: string): boolean {
  return new RegExp(`^(?:${KIND}|TP\\.?) `, 'iu').test(place)
}
