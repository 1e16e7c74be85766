import { hash } from 'node:crypto'
import { fold } from '#core/kernel/fold.ts'
import { TERRITORY_WORDS, type Territory } from '#core/units/territory.ts'
import type { Post } from '#demo/people.ts'
import { communeBodyId, COMMUNES_WITHOUT_BODY, COMPLETE_PROVINCES, provincialBodyId } from '#demo/units.ts'

/** Communes whose Ban has people, in a province that is not complete; in a complete one all have. */
const COMMUNES_PEOPLED = 8

/** Who works in the Sở and the Ban beyond the complete ones, so that what is given there is also answered. */
export function localPosts(territories: readonly Territory[], taken: (code: string) => boolean): Post[] {
  const provinces = territories.filter(({ parentId }) => parentId === null)
  const isComplete = (code: string) => COMPLETE_PROVINCES.some((province) => province.code === code)
  return provinces.flatMap((province) => {
    const communes = territories
      .filter(({ parentId, code }) => parentId === province.id && !COMMUNES_WITHOUT_BODY.includes(code) && !taken(code))
      .toSorted((a, b) => (lot(a.code) < lot(b.code) ? -1 : 1))
    return isComplete(province.code)
      ? communes.flatMap(communePosts)
      : [...provincePosts(province), ...communes.slice(0, COMMUNES_PEOPLED).flatMap(communePosts)]
  })
}

/** The same order on every machine, and not that of the codes. */
function lot(key: string): string {
  return hash('sha1', `lot/${key}`, 'hex')
}

function provincePosts({ code, name }: Territory): Post[] {
  const so = provincialBodyId(code)
  const slug = fold(name).replaceAll(' ', '')
  return [
    [`daumoi.${slug}`, `Đầu mối Sở PTCS ${name}`, 'focal-point', so],
    [`chuyenvien1.${slug}`, `Chuyên viên Sở PTCS ${name}`, 'reporter', so],
    [`chuyenvien2.${slug}`, `Chuyên viên Sở PTCS ${name}`, 'reporter', so],
  ]
}

function communePosts({ code, kind, name }: Territory): Post[] {
  const unitId = communeBodyId(code)
  const place = `${TERRITORY_WORDS[kind].toLowerCase()} ${name}`
  const slug = `${fold(name).replaceAll(/[^a-z0-9]/g, '')}.${code}`
  const drawn = Number.parseInt(lot(`posts/${code}`).slice(0, 2), 16)
  const head: Post = [`truongban.${slug}`, `Trưởng Ban PTCS ${place}`, 'unit-head', unitId]
  const deputy: Post = [`daumoi.${slug}`, `Phó Trưởng Ban PTCS ${place}`, 'focal-point', unitId]
  const official: Post = [`congchuc.${slug}`, `Công chức Ban PTCS ${place}`, 'reporter', unitId]
  return [head, ...(drawn % 2 === 0 ? [deputy] : []), ...(drawn % 5 < 3 ? [official] : [])]
}
