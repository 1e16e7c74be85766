import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Draw } from '#demo/draw.ts'
import { DOCUMENTS, MINUTES } from '#demo/evidence-papers.ts'
import { PHOTOS, SHEETS, TEXTS } from '#demo/evidence-sheets.ts'
import type { Tier } from '#demo/words/progress.ts'
import type { Topic } from '#demo/words/topics.ts'

export const EVIDENCE_FOLDER = new URL('./evidence/', import.meta.url)

/** Written by e2e/make-demo-evidence.ts. */
export const EVIDENCE_FILES: readonly string[] = [...DOCUMENTS, ...MINUTES, ...PHOTOS, ...SHEETS, ...TEXTS]
  .map(({ file }) => file)
  .concat(DOCUMENTS.flatMap(({ file, word }) => (word === true ? [file.replace('.pdf', '.docx')] : [])))

/** A paper that is handed in with a report: a file of demo/evidence under the name that the unit gave it. */
export interface Enclosure {
  file: string
  name: string
}

/** What fits the report's subject; the first is what the report itself is. */
const MAIN: Readonly<Record<Tier, Readonly<Partial<Record<Topic, string[]>>> & { general: string[] }>> = {
  department: {
    rules: ['bo-to-trinh.pdf'],
    budget: ['bo-to-trinh.pdf'],
    inspection: ['bo-thong-bao-kiem-tra.pdf'],
    general: ['bo-bao-cao-tong-hop.pdf', 'bo-bao-cao-tong-hop.docx', 'bo-to-trinh.pdf'],
  },
  province: {
    staff: ['so-bao-cao-nhan-su.pdf'],
    premises: ['so-bao-cao-tru-so.pdf', 'so-bao-cao-tru-so.docx'],
    files: ['so-bao-cao-phuc-vu-nguoi-dan.pdf'],
    feedback: ['so-bao-cao-phuc-vu-nguoi-dan.pdf'],
    complaints: ['so-danh-muc-vu-viec.pdf'],
    rules: ['so-ke-hoach.pdf'],
    general: ['so-bao-cao-ket-qua.pdf', 'so-bao-cao-ket-qua.docx'],
  },
  commune: {
    premises: ['ban-bieu-ra-soat-tru-so.pdf'],
    standards: ['ban-phieu-tu-cham-diem.pdf'],
    general: ['ban-bao-cao-ket-qua.pdf', 'ban-bao-cao-ket-qua.docx'],
  },
}
const MORE: Readonly<Partial<Record<Topic, string[]>> & { general: string[] }> = {
  staff: ['bieu-vi-tri-viec-lam.xlsx', 'bang-ke-khai-cong-chuc.xlsx'],
  premises: [
    'bieu-tru-so.xlsx',
    'quet-bien-ban-nghiem-thu.jpg',
    'anh-tru-so-sau-sua-chua.png',
    'quet-bien-ban-kiem-tra.jpg',
  ],
  files: ['bieu-ho-so.xlsx', 'anh-noi-tiep-nhan-ho-so.png', 'quet-bien-ban-ban-giao.jpg'],
  feedback: ['bieu-phan-anh.xlsx', 'nhat-ky-truc.txt', 'anh-bang-niem-yet.png'],
  complaints: ['quet-bien-ban-doi-thoai.jpg'],
  data: [
    'bieu-doi-chieu-so-lieu.xlsx',
    'bien-ban-ban-giao-du-lieu.txt',
    'ket-qua-kiem-tra-ket-noi.txt',
    'quet-bien-ban-doi-chieu.jpg',
  ],
  training: ['danh-sach-hoc-vien.xlsx', 'anh-lop-tap-huan.png'],
  budget: ['du-toan.xlsx'],
  publicity: ['anh-bang-niem-yet.png'],
  inspection: ['quet-bien-ban-kiem-tra.jpg'],
  general: ['quet-bien-ban-hop.jpg', 'danh-sach-dau-moi.txt'],
}

export function enclosuresFor(
  { topic, tier, completes, name, day }: { topic: Topic; tier: Tier; completes: boolean; name: string; day: PlainDate },
  draw: Draw,
): Enclosure[] {
  const main = MAIN[tier]
  const files = [
    ...(completes || draw.chance(0.5) ? [draw.pick(main[topic] ?? main.general)] : []),
    ...(completes && draw.chance(0.45) ? [draw.pick(MORE[topic] ?? MORE.general)] : []),
  ]
  const place = fold(name).replaceAll(' ', '-')
  const on = day.split('-').toReversed().join('')
  return files.map((file) => {
    const dot = file.lastIndexOf('.')
    const title = file.slice(0, dot).replace(/^(?:so|ban|bo|quet|anh)-/, '')
    return { file, name: `${title}_${place}_${on}${file.slice(dot)}` }
  })
}
