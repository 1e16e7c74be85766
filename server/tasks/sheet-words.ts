import type { Language } from '#core/kernel/language.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import type { DueSpan } from '#core/tasks/assignment-filter.ts'
import type { AssignmentSheetColumn } from '#core/tasks/assignment-sheet.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'

/** What a sheet of assignments says, in the words of the screen (sheet-words.test.ts holds them against each other). */
export interface SheetWords {
  title: string
  state: Readonly<Record<AssignmentState, string>>
  deemed: string
  class: Readonly<Record<LatenessClass, string>>
  allOpen: string
  head: Readonly<Record<Exclude<AssignmentSheetColumn, 'against'> | 'over' | 'left', string>>
  /** Of conditions and groups. */
  found: string
  within: string
  task: string
  awaiting: string
  missedReport: string
  noDirective: string
  nobody: string
  due: { from: string; to: string; both: string } & Readonly<Record<DueSpan, string>>
  directiveClosed: string
  assignmentsOfTasks: string
  overdue: string
}

export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  vi: {
    title: 'Lượt giao',
    state: {
      draft: 'Dự thảo',
      approved: 'Đã duyệt, chờ giao',
      issued: 'Chờ tiếp nhận',
      accepted: 'Đã tiếp nhận',
      returned: 'Đã trả lại',
      in_progress: 'Đang thực hiện',
      reported_complete: 'Chờ công nhận',
      confirmed: 'Đã công nhận',
      withdrawn: 'Đã rút',
      superseded: 'Đã được thay thế',
      merged: 'Đã nhập vào lượt giao khác',
    },
    deemed: 'Coi như đã tiếp nhận',
    allOpen: 'đang làm',
    class: {
      open_in_term: 'Đang làm, trong hạn',
      open_overdue: 'Đang làm, quá hạn',
      open_no_deadline: 'Đang làm, không thời hạn',
      done_on_time: 'Xong đúng hạn',
      done_late: 'Xong quá hạn',
      done_no_deadline: 'Xong, không thời hạn',
      closed_without_result: 'Đã rút',
      not_counted: 'Chưa giao',
    },
    head: {
      class: 'Loại tiến độ',
      starred: 'Trọng điểm',
      code: 'Mã',
      action: 'Nhiệm vụ',
      lead: 'Chủ trì',
      handler: 'Người xử lý',
      directive: 'Văn bản chỉ đạo',
      issuedBy: 'Đơn vị giao',
      issuedOn: 'Ngày giao',
      due: 'Hạn',
      over: 'Quá hạn, ngày',
      left: 'Còn lại, ngày',
      state: 'Trạng thái',
      percent: 'Tiến độ',
      evidence: 'Bằng chứng, tệp',
    },
    found: 'Tìm “{}”',
    within: 'Chủ trì thuộc {}',
    task: 'Nhiệm vụ {}',
    awaiting: 'Chờ công nhận',
    missedReport: 'Thiếu báo cáo tiến độ',
    noDirective: 'không từ văn bản chỉ đạo',
    nobody: 'chưa cử người xử lý',
    directiveClosed: 'văn bản ngoài phạm vi được xem',
    due: {
      from: 'Hạn từ ngày {}',
      to: 'Hạn đến ngày {}',
      both: 'Hạn từ ngày {} đến ngày {}',
      soon: 'Đến hạn trong 7 ngày tới',
      month: 'Hạn trong tháng này',
      past: 'Hạn trước hôm nay',
    },
    assignmentsOfTasks: '{} lượt giao của {} nhiệm vụ',
    overdue: '{} quá hạn',
  },
  en: {
    title: 'Assignments',
    state: {
      draft: 'Draft',
      approved: 'Approved, to be issued',
      issued: 'Awaiting acceptance',
      accepted: 'Accepted',
      returned: 'Returned',
      in_progress: 'In progress',
      reported_complete: 'Awaiting confirmation',
      confirmed: 'Confirmed',
      withdrawn: 'Withdrawn',
      superseded: 'Superseded',
      merged: 'Merged into another',
    },
    deemed: 'Deemed accepted',
    allOpen: 'open',
    class: {
      open_in_term: 'Open, in term',
      open_overdue: 'Open, overdue',
      open_no_deadline: 'Open, no deadline',
      done_on_time: 'Done on time',
      done_late: 'Done late',
      done_no_deadline: 'Done, no deadline',
      closed_without_result: 'Withdrawn',
      not_counted: 'Not issued yet',
    },
    head: {
      class: 'Lateness class',
      starred: 'Priority',
      code: 'Code',
      action: 'Task',
      lead: 'Lead',
      handler: 'Handler',
      directive: 'Directive',
      issuedBy: 'Given by',
      issuedOn: 'Issued on',
      due: 'Due',
      over: 'Overdue, days',
      left: 'Left, days',
      state: 'State',
      percent: 'Progress',
      evidence: 'Evidence, files',
    },
    found: 'Containing “{}”',
    within: 'Lead within {}',
    task: 'Task {}',
    awaiting: 'Awaiting confirmation',
    missedReport: 'A progress report is missing',
    noDirective: 'from no directive',
    nobody: 'nobody named as handler',
    directiveClosed: 'a directive that is not open to you',
    due: {
      from: 'Due from {}',
      to: 'Due until {}',
      both: 'Due from {} to {}',
      soon: 'Due in the next 7 days',
      month: 'Due this month',
      past: 'Due before today',
    },
    assignmentsOfTasks: '{} assignments of {} tasks',
    overdue: '{} overdue',
  },
}

/** Each `{}` by the next value. */
export function filled(sentence: string, ...values: string[]): string {
  let at = 0
  return sentence.replaceAll('{}', () => values[at++] ?? '')
}
