/** What a province makes of a task of its own for its communes. */
export interface Cascade {
  /** Symbol of the directive, and words of the sentence from which the province has its task. */
  directive: string
  sentence: RegExp
  action: string
  deliverable: string | null
  /** Days before the province's own day on which the communes are due. */
  daysBefore: number
  /** Which part of the provinces does it; those with an office of their own always do. */
  share: number
}

export const CASCADES: readonly Cascade[] = [
  {
    directive: '02/CT-BPTCS',
    sentence: /tiếp nhận, bàn giao hồ sơ/i,
    action: 'Kiểm đếm, tiếp nhận hồ sơ, tài liệu của cấp huyện bàn giao; lập biên bản có chữ ký hai bên',
    deliverable: 'Biên bản bàn giao',
    daysBefore: 6,
    share: 0.45,
  },
  {
    directive: '68/KH-BPTCS',
    sentence: /số hóa hồ sơ, kết quả giải quyết/i,
    action: 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực đang lưu tại Ban',
    deliverable: 'Danh mục hồ sơ đã số hóa',
    daysBefore: 15,
    share: 0.5,
  },
  {
    directive: '21/TB-BPTCS',
    sentence: /thống nhất số liệu năm 2025/i,
    action: 'Đối chiếu số liệu năm 2025 của Ban với sổ gốc, ký xác nhận và gửi Sở',
    deliverable: 'Bản xác nhận số liệu',
    daysBefore: 5,
    share: 0.35,
  },
  {
    directive: '371/BPTCS-TCNS',
    sentence: /Rà soát trình độ, chuyên ngành/i,
    action: 'Kê khai trình độ, chuyên ngành đào tạo của từng công chức; đề xuất nhu cầu bồi dưỡng',
    deliverable: 'Bảng kê khai',
    daysBefore: 10,
    share: 0.4,
  },
  {
    directive: '31/KH-BPTCS',
    sentence: /xây dựng kế hoạch của địa phương/i,
    action: 'Đăng ký chỉ tiêu thực hiện của đơn vị và phân công người chịu trách nhiệm từng chỉ tiêu',
    deliverable: 'Bảng đăng ký chỉ tiêu',
    daysBefore: 7,
    share: 0.5,
  },
  {
    directive: '845/BPTCS-TSHT',
    sentence: /tự rà soát hiện trạng trụ sở/i,
    action: 'Tự rà soát hiện trạng trụ sở của đơn vị theo ba nhóm, gửi biểu kèm ảnh chụp về Sở',
    deliverable: 'Biểu rà soát kèm ảnh chụp',
    daysBefore: 4,
    share: 0.7,
  },
  {
    directive: '456/QĐ-BPTCS',
    sentence: /thẩm định kết quả tự chấm/i,
    action: 'Hoàn thiện bằng chứng của từng tiêu chí, tự chấm điểm và gửi Sở thẩm định',
    deliverable: 'Phiếu tự chấm điểm',
    daysBefore: 20,
    share: 0.3,
  },
]
