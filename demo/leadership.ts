import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { TaskKind } from '#core/settings/settings.ts'

/** What the minister has starred: the directive, and words of the sentence that ordered it. */
export const PRIORITIES: readonly { directive: string; sentence: RegExp }[] = [
  { directive: '456/QĐ-BPTCS', sentence: /ít nhất 60% xã, phường, đặc khu đạt chuẩn/i },
  { directive: '52/KH-BPTCS', sentence: /bổ sung nhân sự trực tiếp nhận hồ sơ/i },
  { directive: '845/BPTCS-TSHT', sentence: /tự rà soát hiện trạng trụ sở/i },
  { directive: '05/CT-BPTCS', sentence: /tỷ lệ trả lời đúng hạn/i },
  { directive: '371/BPTCS-TCNS', sentence: /Biệt phái công chức có kinh nghiệm/i },
]

/** For a few days the ministry tried out that tasks without a directive are approved first; what was drafted then still waits for it. */
export const APPROVAL_TRIED = { from: '2026-11-17' as PlainDate, until: '2026-11-20' as PlainDate }

export function approvalOn(day: PlainDate): TaskKind[] {
  return day >= APPROVAL_TRIED.from && day < APPROVAL_TRIED.until ? ['by-hand'] : []
}
