import { POINTS, type Points } from '#core/reading/points.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import {
  emptyTally,
  type Judged,
  type LabelledDirective,
  listHeldOut,
  listLabelled,
  rates,
  score,
  type Tally,
} from '#server/reading/score-reading.ts'

// npm run bench:reading [-- CORPUS…]: scores the reading against labelled directives (NNN.txt beside NNN.json), shows how far its
// confidence can be trusted, and how fast it is. The points were fitted on such directives: "held out" scores each one with points
// fitted on all the others given, which is what a new directive can expect.

const corpora = process.argv.slice(2)
const folders = corpora.length > 0 ? corpora : ['../shared/corpus/dev']
const heldOut = listHeldOut(folders.flatMap(listLabelled))
for (const folder of folders) scoreCorpus(folder)
measureSpeed()

function scoreCorpus(folder: string): void {
  const directives = listLabelled(folder)
  if (directives.length === 0) {
    console.log(`no corpus at ${folder}: nothing scored (give a folder of NNN.txt and NNN.json)`)
    return
  }
  const plain = tallyOf(directives.map((directive) => ({ directive, points: POINTS })))
  const names = new Set(directives.map((d) => d.name))
  const held = tallyOf(heldOut.filter(({ directive }) => names.has(directive.name)))
  console.log(`${folder}: ${plain.documents} documents, ${plain.quotesNotExact} quotes not exact`)
  console.table({
    commitments: row(plain.commitments),
    'commitments, held out': row(held.commitments),
    targets: row(plain.targets),
  })
  console.table(
    Object.fromEntries(
      Object.entries(plain.fields).map(([name, field]) => [
        name,
        { score: mean(field), n: field.n, 'held out': mean(held.fields[name as keyof Tally['fields']]) },
      ]),
    ),
  )
  console.log(`exhortations taken for tasks: ${taken(plain)}; held out: ${taken(held)}`)
  console.log('confidence of proposed commitments, held out (those on an exhortation or a repetition left out):')
  console.table(calibration(held.judged))
}

function tallyOf(readings: readonly { directive: LabelledDirective; points: Points }[]): Tally {
  const tally = emptyTally()
  for (const { directive, points } of readings) {
    score(tally, directive.labels, readDirective(directive.text, {}, points))
  }
  return tally
}

function row(counts: Tally['commitments']) {
  const r = rates(counts)
  return { ...counts, precision: +r.precision.toFixed(3), recall: +r.recall.toFixed(3), f1: +r.f1.toFixed(3) }
}

function mean({ sum, n }: { sum: number; n: number }): number | null {
  return n ? +(sum / n).toFixed(3) : null
}

function taken({ exhortations: { taken: count, n } }: Tally): string {
  return `${count} of ${n}${n ? ` = ${(count / n).toFixed(3)}` : ''}`
}

function calibration(judged: readonly Judged[]) {
  const edges = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  return edges.slice(0, -1).map((from, i) => {
    const inside = judged.filter((j) => j.confidence >= from && j.confidence < (edges[i + 1] ?? 2))
    const hold = inside.filter((j) => j.holds).length
    const said = inside.reduce((sum, j) => sum + j.confidence, 0) / (inside.length || 1)
    return {
      from,
      n: inside.length,
      said: +said.toFixed(2),
      hold: inside.length ? +(hold / inside.length).toFixed(2) : null,
    }
  })
}

/** About what a ministry's plan of twelve pages holds: headings, items, a table. */
function aPlan(pages: number): string {
  const page = [
    'II. NHIỆM VỤ VÀ GIẢI PHÁP',
    '1. Bộ Nội vụ',
    'a) Chủ trì, phối hợp với Bộ Tài chính và các cơ quan liên quan xây dựng, trình Chính phủ ban hành Nghị định về vị trí việc làm trước ngày 30 tháng 6 năm 2027;',
    'b) Hướng dẫn Ủy ban nhân dân các tỉnh, thành phố rà soát, sắp xếp đội ngũ; định kỳ hằng quý báo cáo Thủ tướng Chính phủ kết quả thực hiện.',
    '2. Ủy ban nhân dân các tỉnh, thành phố:',
    '- Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 95%, tỷ lệ dịch vụ công trực tuyến đạt tối thiểu 80% trong năm 2027.',
    '- Tăng cường công tác tuyên truyền, nâng cao nhận thức của cán bộ, công chức về ý nghĩa của việc chuyển đổi số.',
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |',
    '| 1 | Xây dựng cơ sở dữ liệu cán bộ | Bộ Nội vụ | Các bộ, ngành, địa phương | 12/2027 |',
  ]
  const filler =
    'Trong thời gian qua, các cơ quan, đơn vị đã tích cực triển khai và đạt được những kết quả quan trọng, góp phần hoàn thành nhiệm vụ chung. '
  return Array.from({ length: pages }, () => `${page.join('\n')}\n${filler.repeat(9)}`).join('\n')
}

function measureSpeed(): void {
  const twelve = aPlan(12)
  for (let i = 0; i < 5; i++) readDirective(twelve)
  const times = Array.from({ length: 15 }, () => milliseconds(() => readDirective(twelve))).toSorted((a, b) => a - b)
  console.log(`12 pages (${twelve.length} characters): median ${(times[7] ?? 0).toFixed(1)} ms`)
  const pageLength = aPlan(10).length / 10
  for (const megabytes of [1, 2.5, 5]) {
    const text = aPlan(Math.round((megabytes * 1e6) / pageLength))
    const ms = milliseconds(() => readDirective(text))
    console.log(`${megabytes} MB: ${(ms / 1000).toFixed(2)} s, ${(text.length / 1000 / ms).toFixed(2)} MB/s`)
  }
  const hostile: Record<string, string> = {
    'one line of 10 MB, words': 'giao Bộ Công an chủ trì, phối hợp với '.repeat(270_000),
    'one line of 10 MB, one letter': 'a'.repeat(10_000_000),
    'one line of 10 MB, brackets': '((('.repeat(3_400_000),
    'one line of 10 MB, figures': '1.000,5 % và 12/2027; '.repeat(460_000),
    'one line of 10 MB, bars': '| a '.repeat(2_500_000),
    'numbers in numbers': Array.from({ length: 200_000 }, (_, i) => `${'1.'.repeat((i % 4) + 1)} Bộ Y tế:`).join('\n'),
  }
  for (const [name, text] of Object.entries(hostile)) {
    console.log(`${name}: ${(milliseconds(() => readDirective(text)) / 1000).toFixed(2)} s`)
  }
}

/** Processor time: the clock on the wall also counts what else the machine does. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
