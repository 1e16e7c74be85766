import { fold } from '#core/kernel/fold.ts'

/** What a task is about, as far as the reports on it would sound different. */
export const TOPICS = [
  'complaints',
  'feedback',
  'premises',
  'training',
  'standards',
  'inspection',
  'staff',
  'files',
  'data',
  'budget',
  'publicity',
  'rules',
  'general',
] as const
export type Topic = (typeof TOPICS)[number]

/** In the order in which they are tried; of the words of a task without accents. */
const SIGNS: readonly (readonly [Topic, RegExp])[] = [
  ['complaints', /khieu nai|vu viec|doi thoai|tiep cong dan/],
  ['feedback', /phan anh|kien nghi cua nguoi dan|24 gio|duong day nong/],
  ['premises', /tru so|phong tiep|noi lam viec|sua chua|ngap|co so vat chat/],
  ['training', /boi duong|tap huan|giang vien|khoa hoc/],
  ['standards', /tieu chi|cham diem|dat chuan/],
  ['inspection', /kiem tra|thanh tra|phuc tra/],
  ['staff', /nhan su|vi tri viec lam|bien che|dieu dong|biet phai|can bo|cong chuc/],
  ['data', /du lieu|so lieu|he thong|phan he|phan mem|ket noi|chuyen doi so|so hoa|truc tuyen|may chu|tai khoan/],
  ['files', /ho so|thu tuc|dich vu cong|mot cua/],
  ['budget', /kinh phi|du toan|von|phan bo|ngan sach|quyet toan/],
  ['publicity', /cong khai|niem yet|tuyen truyen|cong bo|thong tin/],
  ['rules', /quy che|huong dan|quy trinh|quy dinh|van ban|ke hoach/],
]

export function topicOf(action: string): Topic {
  const words = fold(action)
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'general'
}
