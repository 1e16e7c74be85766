import { z } from 'zod'
import { columnAt } from '#core/imports/grid.ts'
import { fold } from '#core/kernel/fold.ts'

export const ImportKind = z.enum(['tasks', 'directives'])
export type ImportKind = z.infer<typeof ImportKind>

/** What a column means. `number` is the running number of rows, which tells headings from rows and is not kept. */
export const ColumnRole = z.enum([
  'number',
  'action',
  'lead',
  'cooperating',
  'monitor',
  'deadline',
  'deliverable',
  'result',
  'source',
  'sourceDate',
  'symbol',
  'issuedOn',
  'type',
  'issuer',
  'subject',
  'signerName',
  'receivedOn',
  'urgency',
])
export type ColumnRole = z.infer<typeof ColumnRole>

/** The columns that each kind of table can have, and those without which nothing can be read. */
export const ROLES: Readonly<Record<ImportKind, readonly ColumnRole[]>> = {
  tasks: [
    'number',
    'action',
    'lead',
    'cooperating',
    'monitor',
    'deadline',
    'deliverable',
    'result',
    'source',
    'sourceDate',
  ],
  directives: ['number', 'symbol', 'issuedOn', 'type', 'issuer', 'subject', 'signerName', 'receivedOn', 'urgency'],
}
export const NEEDED: Readonly<Record<ImportKind, readonly ColumnRole[]>> = {
  tasks: ['action', 'lead'],
  directives: ['symbol', 'subject'],
}

/** Which column (A, B, …) means what. A column that is not there is not read. */
export const Mapping = z.record(z.string().regex(/^[A-Z]{1,2}$/), ColumnRole)
export type Mapping = z.infer<typeof Mapping>

/** The column of each meaning, from 0. */
export function columnsOf(mapping: Mapping): Partial<Record<ColumnRole, number>> {
  return Object.fromEntries(Object.entries(mapping).map(([letter, role]) => [role, columnAt(letter)]))
}

/** Words of a head, without accents, in the order in which they are tried: "Thời gian hoàn thành" before "Kết quả hoàn thành". */
const WORDS: Readonly<Record<ImportKind, readonly (readonly [ColumnRole, RegExp])[]>> = {
  tasks: [
    ['number', /^(?:tt|stt|so tt|so thu tu|no)$/],
    ['cooperating', /phoi hop|cung thuc hien/],
    // A person who follows it up is no unit.
    ['monitor', /(?:don vi|co quan|phong|vu|bo phan) (?:theo doi|don doc)/],
    ['sourceDate', /^ngay (?:van ban|vb|ban hanh|thang|ky)/],
    [
      'deadline',
      /thoi han|^han(?: |$)|han (?:hoan thanh|thuc hien|xu ly|cuoi)|ngay (?:hoan thanh|het han)|moc hoan thanh/,
    ],
    ['deadline', /thoi gian(?! (?:giao|nhan|bat dau))/],
    ['lead', /chu tri/],
    [
      'lead',
      /(?:don vi|co quan|bo phan|noi) (?:thuc hien|duoc giao|nhan|dau moi|phu trach|tham muu)|chiu trach nhiem|dau moi|phan cong|^(?:don vi|co quan)$/,
    ],
    ['deliverable', /san pham|ket qua (?:dau ra|du kien|can dat)|ho so/],
    ['result', /ket qua|tinh hinh|trang thai|tien do|da thuc hien/],
    [
      'source',
      /can cu|nguon|van ban (?:chi dao|giao|so|lien quan)|^van ban|so ky hieu|so van ban|^so hieu|chi dao tai|theo van ban/,
    ],
    ['action', /nhiem vu|noi dung|cong viec|^viec|dau viec|y kien chi dao|hoat dong/],
  ],
  directives: [
    ['number', /^(?:tt|stt|so tt|so thu tu|no)$/],
    ['receivedOn', /ngay (?:den|nhan|vao so)/],
    ['issuedOn', /ngay (?:van ban|vb|ban hanh|thang|ky)|^ngay$/],
    ['symbol', /ky hieu|^so (?:van ban|vb|hieu)|^so$/],
    ['type', /^loai|ten loai|hinh thuc/],
    ['issuer', /co quan|don vi ban hanh|noi (?:ban hanh|gui)|tac gia/],
    ['signerName', /nguoi ky/],
    ['urgency', /do khan|muc do/],
    ['subject', /trich yeu|noi dung|ve viec/],
  ],
}

/** What the columns mean by the words above them; of two alike the first. */
export function guessMapping(kind: ImportKind, labels: readonly string[]): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>()
  const folded = labels.map(fold)
  const roles: (ColumnRole | null)[] = labels.map(() => null)
  for (const [role, words] of WORDS[kind]) {
    const at = folded.findIndex((label, index) => roles[index] === null && label.length <= 80 && words.test(label))
    if (at < 0 || taken.has(role)) continue
    taken.add(role)
    roles[at] = role
  }
  // "Tiến độ" alone is when it is due; beside a column of dates it is how far it has come.
  const progress = folded.findIndex((label, at) => roles[at] === 'result' && /^tien do(?: hoan thanh)?$/.test(label))
  if (kind === 'tasks' && progress >= 0 && !taken.has('deadline')) roles[progress] = 'deadline'
  return roles
}

/** The same words in the same order are the same table: under this key an office finds its mapping again. */
export function headerKey(labels: readonly string[]): string {
  return labels.map(fold).join('|').slice(0, 4000)
}
