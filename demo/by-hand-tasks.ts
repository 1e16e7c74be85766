import type { PlainDate } from '#core/kernel/plain-date.ts'
import { MINISTRY_MEETINGS_2025 } from '#demo/meetings-2025.ts'
import { MINISTRY_MEETINGS_2026 } from '#demo/meetings-2026.ts'
import { PROVINCE_MEETINGS } from '#demo/meetings-of-provinces.ts'

/** A task that an office enters by hand, from what was said in a meeting or written on a paper. Names are written as directives write them. */
export interface ByHandTask {
  /** Login of the officer who enters it. */
  by: string
  on: PlainDate
  source: string
  action: string
  deliverable: string | null
  dueOn: PlainDate | null
  leads: string[]
  cooperating: string[]
  monitor: string | null
  /** What the office has not given yet. */
  stays?: 'draft' | 'approved' | undefined
}

/** `[what is to be done, who, by when, the product, who helps]`; several names are parted by semicolons. */
export type Item = readonly [
  action: string,
  leads: string,
  dueOn: string | null,
  deliverable?: string | null,
  cooperating?: string,
]
export interface Meeting {
  by: string
  on: string
  source: string
  monitor?: string
  stays?: 'draft' | 'approved'
  items: readonly Item[]
}

/** Short names that the ministry's own minutes use. */
const SHORT: Readonly<Record<string, string>> = {
  VP: 'Văn phòng Bộ',
  TCNS: 'Vụ Tổ chức và Nhân sự',
  KHTC: 'Vụ Kế hoạch - Tài chính',
  PC: 'Vụ Pháp chế',
  TCCS: 'Vụ Tiêu chuẩn cơ sở',
  TSHT: 'Cục Trụ sở và Hạ tầng',
  DVC: 'Cục Dịch vụ công cơ sở',
  CPA: 'Cục Tiếp nhận và Giải quyết phản ánh',
  TTR: 'Thanh tra Bộ',
  DL: 'Trung tâm Dữ liệu và Chuyển đổi số',
  BD: 'Trung tâm Bồi dưỡng cán bộ cơ sở',
}

export const BY_HAND_TASKS: readonly ByHandTask[] = [
  ...MINISTRY_MEETINGS_2025,
  ...MINISTRY_MEETINGS_2026,
  ...PROVINCE_MEETINGS,
].flatMap(({ by, on, source, monitor, stays, items }) =>
  items.map(([action, leads, dueOn, deliverable = null, cooperating = '']) => ({
    by,
    on: on as PlainDate,
    source,
    action,
    deliverable,
    dueOn: dueOn as PlainDate | null,
    leads: named(leads),
    cooperating: named(cooperating),
    monitor: monitor === undefined ? null : (SHORT[monitor] ?? monitor),
    stays,
  })),
)

function named(list: string): string[] {
  return list
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => SHORT[name] ?? name)
}
