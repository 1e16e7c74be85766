import type { Meeting } from '#demo/by-hand-tasks.ts'

/** What the Sở of the two provinces with an office of their own gave to its divisions and communes. */
export const PROVINCE_MEETINGS: readonly Meeting[] = [
  {
    by: 'chuyenvien.lamdong',
    on: '2025-08-19',
    source: 'Kết luận giao ban tháng 8/2025 của Giám đốc Sở',
    items: [
      [
        'Lập sổ theo dõi phản ánh, kiến nghị thống nhất cho các Ban',
        'P. TNPA Lâm Đồng',
        '2025-09-12',
        'Mẫu sổ theo dõi',
      ],
      [
        'Rà soát công chức chưa đạt chuẩn trình độ tại các xã vùng sâu',
        'P. TCNS Lâm Đồng',
        '2025-09-25',
        'Báo cáo rà soát',
      ],
      ['Xây dựng lịch tiếp công dân của lãnh đạo Sở tại cơ sở', 'VP Sở Lâm Đồng', '2025-09-05', 'Lịch tiếp công dân'],
    ],
  },
  {
    by: 'chuyenvien.lamdong',
    on: '2025-10-21',
    source: 'Biên bản kiểm tra số 12/BB-SPTCS ngày 20/10/2025',
    items: [
      [
        'Khắc phục tồn tại trong việc niêm yết thủ tục hành chính',
        'Ban PTCS phường Xuân Hương - Đà Lạt; Ban PTCS xã Đức Trọng',
        '2025-11-14',
        'Báo cáo khắc phục',
      ],
      ['Bổ sung hồ sơ lưu của các vụ việc đã giải quyết', 'Ban PTCS đặc khu Phú Quý', '2025-11-28', null],
      ['Theo dõi, đôn đốc việc khắc phục sau kiểm tra', 'VP Sở Lâm Đồng', '2025-12-05', 'Báo cáo tổng hợp'],
    ],
  },
  {
    by: 'chuyenvien.lamdong',
    on: '2026-01-20',
    source: 'Kết luận giao ban tháng 01/2026 của Giám đốc Sở',
    items: [
      ['Tham mưu kế hoạch luân chuyển công chức năm 2026', 'P. TCNS Lâm Đồng', '2026-03-10', 'Kế hoạch'],
      ['Sơ kết việc trực tiếp nhận phản ánh ngày nghỉ', 'P. TNPA Lâm Đồng', '2026-02-27', 'Báo cáo sơ kết'],
      [
        'Bố trí người trực tại trụ sở trong dịp hoa anh đào nở, khách du lịch tăng cao',
        'Ban PTCS phường Xuân Hương - Đà Lạt',
        '2026-01-30',
        'Lịch trực',
      ],
    ],
  },
  {
    by: 'chuyenvien.lamdong',
    on: '2026-04-14',
    source: 'Phiếu giao việc số 15/PGV-SPTCS của Văn phòng Sở Lâm Đồng',
    items: [
      ['Tổ chức thi tuyển vị trí phó trưởng phòng', 'P. TCNS Lâm Đồng', '2026-06-20', 'Báo cáo kết quả'],
      [
        'Số hóa hồ sơ tiếp công dân giai đoạn trước sắp xếp',
        'P. TNPA Lâm Đồng',
        '2026-07-31',
        'Biên bản bàn giao dữ liệu',
        'VP Sở Lâm Đồng',
      ],
      ['Kiểm kê tài sản, thiết bị được cấp trong năm', 'VP Sở Lâm Đồng', '2026-05-15', 'Biên bản kiểm kê'],
      ['Thường xuyên cập nhật trang thông tin của Sở', 'VP Sở Lâm Đồng', null],
    ],
  },
  {
    by: 'chuyenvien.lamdong',
    on: '2026-08-25',
    source: 'Kết luận giao ban tháng 8/2026 của Giám đốc Sở',
    items: [
      ['Hướng dẫn các Ban chấm điểm theo bộ tiêu chí mới', 'VP Sở Lâm Đồng', '2026-10-20', 'Văn bản hướng dẫn'],
      [
        'Đề xuất địa điểm làm việc mới cho Ban có trụ sở dùng chung',
        'Ban PTCS xã Đức Trọng; Ban PTCS phường Xuân Hương - Đà Lạt',
        '2026-10-15',
        'Đề xuất',
      ],
      ['Rà soát phản ánh tồn quá ba mươi ngày', 'P. TNPA Lâm Đồng', '2026-09-18', 'Bảng rà soát'],
    ],
  },
  {
    by: 'chuyenvien.lamdong',
    on: '2026-11-16',
    source: 'Kết luận giao ban tháng 11/2026 của Giám đốc Sở',
    items: [
      ['Trực ban, báo cáo tình hình mưa lũ tại các xã ven sông', 'VP Sở Lâm Đồng', '2026-11-30', 'Báo cáo hằng ngày'],
      ['Chuẩn bị hồ sơ đánh giá, xếp loại công chức năm 2026', 'P. TCNS Lâm Đồng', '2026-12-18', 'Hồ sơ đánh giá'],
    ],
  },
  {
    by: 'chuyenvien.angiang',
    on: '2025-09-16',
    source: 'Kết luận giao ban tháng 9/2025 của Giám đốc Sở',
    items: [
      [
        'Bố trí điểm tiếp nhận hồ sơ tại bến tàu phục vụ người dân xã đảo',
        'Ban PTCS đặc khu Phú Quốc',
        '2025-10-31',
        'Báo cáo kết quả',
        'VP Sở An Giang',
      ],
      ['Rà soát nhân sự kiêm nhiệm tại các Ban mới thành lập', 'P. TCNS An Giang', '2025-10-20', 'Báo cáo rà soát'],
      ['Tập huấn phần mềm tiếp nhận phản ánh cho người trực', 'P. TNPA An Giang', '2025-10-10', 'Báo cáo kết quả'],
    ],
  },
  {
    by: 'chuyenvien.angiang',
    on: '2025-12-09',
    source: 'Biên bản làm việc số 21/BB-SPTCS ngày 08/12/2025',
    items: [
      [
        'Hoàn thiện hồ sơ tiếp nhận trụ sở cũ của cấp huyện',
        'Ban PTCS phường Long Xuyên; Ban PTCS xã Óc Eo',
        '2026-01-23',
        'Biên bản bàn giao',
      ],
      ['Theo dõi tiến độ sửa chữa trụ sở tại đặc khu Phú Quốc', 'VP Sở An Giang', '2026-03-31', 'Báo cáo tiến độ'],
    ],
  },
  {
    by: 'chuyenvien.angiang',
    on: '2026-03-24',
    source: 'Phiếu giao việc số 08/PGV-SPTCS của Văn phòng Sở An Giang',
    items: [
      [
        'Phân tích nguyên nhân hồ sơ đất đai trả chậm tại các phường',
        'VP Sở An Giang',
        '2026-04-24',
        'Báo cáo phân tích',
      ],
      ['Chấn chỉnh việc trả lời phản ánh bằng tin nhắn mẫu', 'P. TNPA An Giang', '2026-04-15', 'Văn bản chấn chỉnh'],
      [
        'Đối thoại với người dân về giải phóng mặt bằng tuyến đường ven biển',
        'Ban PTCS đặc khu Phú Quốc',
        '2026-05-08',
        'Biên bản đối thoại',
        'P. TNPA An Giang',
      ],
    ],
  },
  {
    by: 'chuyenvien.angiang',
    on: '2026-07-14',
    source: 'Kết luận giao ban tháng 7/2026 của Giám đốc Sở',
    items: [
      ['Xây dựng phương án nhân sự phục vụ mùa nước nổi', 'P. TCNS An Giang', '2026-08-14', 'Phương án'],
      ['Công khai lịch tiếp dân của lãnh đạo các Ban trên trang thông tin của Sở', 'VP Sở An Giang', '2026-08-07'],
      [
        'Tổ chức bộ phận một cửa lưu động tại chợ nổi và cụm dân cư vượt lũ',
        'Ban PTCS phường Long Xuyên',
        '2026-09-30',
        'Báo cáo kết quả',
      ],
    ],
  },
  {
    by: 'chuyenvien.angiang',
    on: '2026-10-20',
    source: 'Kết luận giao ban tháng 10/2026 của Giám đốc Sở',
    items: [
      ['Tổng hợp nguyện vọng chuyển công tác của công chức xã đảo', 'P. TCNS An Giang', '2026-11-27', 'Bảng tổng hợp'],
      ['Kiểm tra hoạt động của đường dây nóng ngoài giờ', 'P. TNPA An Giang', '2026-11-12', 'Báo cáo kiểm tra'],
      ['Khắc phục sự cố đường truyền tại trụ sở', 'Ban PTCS xã Óc Eo', '2026-10-31', null],
    ],
  },
]
