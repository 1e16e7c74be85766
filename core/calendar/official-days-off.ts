import type { CalendarDay } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

/**
 * Days off of civil servants that fall on a weekday, and the Saturdays worked in place of a swapped one, as announced. Seed of the
 * calendar that an administrator keeps; a later year is an entry there, not a release.
 *
 * Sources, by year:
 * 2024  Tết 8–14/2 (VietNamNet 2232489); swap of 29/4: VB 2450/VPCP-KGVX, 12/4/2024; National Day 31/8–3/9
 * 2025  Tết 25/1–2/2 and National Day 30/8–2/9: announcement of 11/2024; swap of 2/5 with 26/4: baochinhphu.vn 111250304153250976
 * 2026  Tết 14–22/2 and swap of 31/8 with 22/8: Thanh Niên 185251013200157051; swap of 2/1 with 10/1: VB 12729/VPCP-KGVX, 25/12/2025
 *
 * Not entered: 24/11/2026, Ngày Văn hóa Việt Nam. Nghị quyết 80-NQ/TW (7/1/2026) and Nghị quyết 30/NQ-CP (2/2026) call for a paid
 * holiday; the amendment of Điều 112 was not found. An office that has it enters the day.
 */
const ANNOUNCED: readonly { basis: string; off?: readonly string[]; makeUp?: readonly string[] }[] = [
  { basis: 'Tết Dương lịch', off: ['2024-01-01', '2025-01-01', '2026-01-01'] },
  {
    basis: 'Tết Nguyên đán 2024 (8–14/2)',
    off: ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
  },
  {
    basis: 'Tết Nguyên đán 2025 (25/1–2/2)',
    off: ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
  },
  {
    basis: 'Tết Nguyên đán 2026 (14–22/2)',
    off: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
  },
  { basis: 'Giỗ Tổ Hùng Vương', off: ['2024-04-18', '2025-04-07'] },
  { basis: 'Nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật 26/4/2026)', off: ['2026-04-27'] },
  { basis: 'Ngày Chiến thắng', off: ['2024-04-30', '2025-04-30', '2026-04-30'] },
  { basis: 'Ngày Quốc tế lao động', off: ['2024-05-01', '2025-05-01', '2026-05-01'] },
  {
    basis: 'Quốc khánh',
    off: ['2024-09-02', '2024-09-03', '2025-09-01', '2025-09-02', '2026-09-01', '2026-09-02'],
  },
  { basis: 'Hoán đổi theo VB 2450/VPCP-KGVX, 12/4/2024', off: ['2024-04-29'], makeUp: ['2024-05-04'] },
  { basis: 'Hoán đổi dịp 30/4–1/5/2025', off: ['2025-05-02'], makeUp: ['2025-04-26'] },
  { basis: 'Hoán đổi theo VB 12729/VPCP-KGVX, 25/12/2025', off: ['2026-01-02'], makeUp: ['2026-01-10'] },
  { basis: 'Hoán đổi dịp Quốc khánh 2026', off: ['2026-08-31'], makeUp: ['2026-08-22'] },
]

export const OFFICIAL_DAYS_OFF: readonly CalendarDay[] = ANNOUNCED.flatMap(({ basis, off = [], makeUp = [] }) => [
  ...off.map((day) => ({ day: day as PlainDate, kind: 'off' as const, basis })),
  ...makeUp.map((day) => ({ day: day as PlainDate, kind: 'make-up' as const, basis })),
]).toSorted((a, b) => (a.day < b.day ? -1 : 1))
