// Writes demo/data/territories-2026.txt, the project's own list of territories, from a folder of public data.
//   node scripts/compile-territories.ts <folder with admin-units/ and succession/>
// Only facts pass: codes, kinds, names, parents, days. Three sources are compared and any disagreement stops the run.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fold } from '#core/kernel/fold.ts'
import { parseTerritoryList } from '#core/units/territory-list.ts'

const OUTPUT = new URL('../demo/data/territories-2026.txt', import.meta.url)
const MERGED_ON = '2025-07-01'
const DONG_NAI_CITY_ON = '2026-04-30'

const Named = z.object({ Code: z.string(), FullName: z.string() })
const Provinces = z.array(Named.extend({ Name: z.string(), NameEn: z.string(), Wards: z.array(Named) }))
const OldProvinces = z.array(
  Named.extend({ District: z.array(z.object({ Ward: z.array(Named).nullish() })).nullish() }),
)
const Successions = z.array(z.object({ new_province: z.string(), new_code: z.string(), new_name: z.string() }))

// The statistics office's table of 2025 gives xã Ba Chẽ (Quảng Ninh) 06970, later lists 06978.
const OTHER_CODES: Record<string, string> = { '06978': '06970' }
// Nghị quyết 30/2026/QH16; every other province keeps the kind that Nghị quyết 202/2025/QH15 gave it.
const BEFORE_PROVINCE: Record<string, string> = { '75': 'Tỉnh Đồng Nai' }

const HEADER = `# Territories of Việt Nam: provinces and communes, with their official codes.
# Facts of official texts, compiled by scripts/compile-territories.ts; format: core/units/territory-list.ts.
# Sources: Nghị quyết 202/2025/QH15 of 12 June 2025 (34 provinces) and the 34 resolutions of the Standing Committee of 16 June 2025 (communes),
#   in force from 1 July 2025; Quyết định 19/2025/QĐ-TTg of 30 June 2025 (codes); Nghị quyết 30/2026/QH16 and 237/NQ-UBTVQH16 (Đồng Nai a
#   centrally run city, 10 of its xã become phường), in force from 30 April 2026; code list and conversion table of the statistics office.
# Names as in the July 2026 list; sources differ in where they place the tone (Hòa, Hoà): compare names folded.
# History: earlier states go into files of the same form (territories-<year>.txt, with districts), successions beside them.`

function main(folder: string): void {
  const provinces = Provinces.parse(read(folder, 'admin-units', /_34_\d+\.json$/))
  const old = OldProvinces.parse(read(folder, 'admin-units', /_63_\d+_\d+\.json$/))
  const successions = Successions.parse(read(folder, 'succession', /\.json$/))
  const former = new Map(successions.map((row) => [row.new_code, row]))
  const lines = [HEADER, 'state 2026-07-25', `since ${MERGED_ON}`]
  for (const province of provinces) {
    lines.push(entry(province, BEFORE_PROVINCE[province.Code], province.NameEn, province.Name))
    for (const commune of province.Wards) {
      const row = former.get(commune.Code)
      if (!row || row.new_province !== province.Code)
        throw new Error(`${commune.Code} has no row in the conversion table`)
      if (wordless(row.new_name) !== wordless(commune.FullName))
        throw new Error(`${row.new_name} ≠ ${commune.FullName}`)
      lines.push(entry(commune, fold(row.new_name) === fold(commune.FullName) ? undefined : row.new_name))
    }
  }
  const text = `${lines.join('\n')}\n`
  const parsed = parseTerritoryList(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  const communes = parsed.value.territories.filter((territory) => territory.parentCode !== null).length
  if (communes !== former.size) throw new Error(`${communes} communes here, ${former.size} in the conversion table`)
  writeFileSync(OUTPUT, text)
  const before = old.flatMap((province) => (province.District ?? []).flatMap((district) => district.Ward ?? []))
  console.log(`${provinces.length} provinces, ${communes} communes, ${Buffer.byteLength(text)} bytes`)
  console.log(
    `left for the history: ${old.length} provinces and ${before.length} communes of 2025, ${successions.length} successions`,
  )
}

function entry(named: z.infer<typeof Named>, before?: string, nameEn?: string, name?: string): string {
  const fullName = named.FullName.normalize('NFC').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  const english = nameEn && name && fold(name) !== nameEn.toLowerCase() ? ` = ${nameEn}` : ''
  const change = before ? ` @${DONG_NAI_CITY_ON} < ${before.normalize('NFC')}` : ''
  const other = OTHER_CODES[named.Code]
  return `${named.Code} ${fullName}${english}${change}${other ? ` ~${other}` : ''}`
}

function wordless(fullName: string): string {
  return fold(fullName).replace(/^(xa|phuong|dac khu) /, '')
}

function read(folder: string, part: string, name: RegExp): unknown {
  const found = readdirSync(join(folder, part)).filter((file) => name.test(file))
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`expected one ${name} in ${part}, found ${found.length}`)
  return JSON.parse(readFileSync(join(folder, part, found[0]), 'utf8'))
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/compile-territories.ts <folder>')
main(folder)
