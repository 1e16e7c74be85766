import type { ReadingState, Secrecy } from '#core/directives/directive.ts'
import type { RegisterSheetColumn } from '#core/directives/register-sheet.ts'
import type { Language } from '#core/kernel/language.ts'

/** What a sheet of the register says, in the words of the screen (register-sheet.test.ts holds them against each other). */
export interface RegisterWords {
  title: string
  state: Readonly<Record<ReadingState, string>>
  grade: Readonly<Record<Secrecy, string>>
  head: Readonly<Record<RegisterSheetColumn, string>>
  secret: string
  by: { replaces: string; amends: string }
  found: string
  month: string
  received: { from: string; to: string; both: string }
  type: string
  urgency: string
  overdue: string
  count: string
  ofThemSecret: string
}

export const REGISTER_WORDS: Readonly<Record<Language, RegisterWords>> = {
  vi: {
    title: 'Văn bản chỉ đạo',
    state: {
      unread: 'Chờ đọc',
      'tasks-recorded': 'Có nhiệm vụ',
      'no-task': 'Đã đọc, không có nhiệm vụ',
      secret: 'Văn bản mật',
    },
    grade: { confidential: 'Mật', secret: 'Tối mật', 'top-secret': 'Tuyệt mật' },
    head: {
      state: 'Tình trạng đọc',
      symbol: 'Số, ký hiệu',
      subject: 'Trích yếu',
      issuer: 'Cơ quan ban hành',
      owner: 'Sổ của',
      issued: 'Ngày ban hành',
      received: 'Ngày đến',
      decided: 'Đã quyết định',
      tasks: 'Nhiệm vụ',
      open: 'Đang làm',
      overdue: 'Quá hạn',
    },
    secret: 'Văn bản mật: nội dung không lưu trong hệ thống',
    by: { replaces: 'Đã bị thay thế bởi', amends: 'Đã được sửa đổi, bổ sung bởi' },
    found: 'Tìm “{}”',
    month: 'Đến trong tháng {}',
    received: { from: 'Đến từ ngày {}', to: 'Đến trước hết ngày {}', both: 'Đến từ ngày {} đến ngày {}' },
    type: 'Loại văn bản',
    urgency: 'Độ khẩn',
    overdue: 'Có lượt giao quá hạn',
    count: '{} văn bản',
    ofThemSecret: '(gồm {} văn bản mật)',
  },
  en: {
    title: 'Directives',
    state: {
      unread: 'To read',
      'tasks-recorded': 'With tasks',
      'no-task': 'Read, no task',
      secret: 'Secret',
    },
    grade: { confidential: 'Confidential', secret: 'Secret', 'top-secret': 'Top secret' },
    head: {
      state: 'Reading',
      symbol: 'Symbol',
      subject: 'Subject',
      issuer: 'Issuer',
      owner: 'Register of',
      issued: 'Issued',
      received: 'Received',
      decided: 'Decided',
      tasks: 'Tasks',
      open: 'Open',
      overdue: 'Overdue',
    },
    secret: 'Secret: its content is not kept in the system',
    by: { replaces: 'Replaced by', amends: 'Amended by' },
    found: 'Containing “{}”',
    month: 'Received in {}',
    received: { from: 'Received from {}', to: 'Received until {}', both: 'Received from {} to {}' },
    type: 'Type',
    urgency: 'Urgency',
    overdue: 'With overdue assignments',
    count: '{} directives',
    ofThemSecret: '({} of them secret)',
  },
}
