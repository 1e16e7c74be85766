import type { Meeting } from '#demo/by-hand-tasks.ts'

/** The same of 2026. */
export const MINISTRY_MEETINGS_2026: readonly Meeting[] = [
  {
    by: 'chuyenvien2.vpb',
    on: '2026-01-13',
    source: 'Kết luận giao ban tuần 03/2026 của Bộ trưởng',
    items: [
      [
        'Bố trí trực Tết Bính Ngọ, công khai số điện thoại trực của từng xã',
        'các Sở Phát triển Cơ sở',
        '2026-02-06',
        'Lịch trực',
      ],
      [
        'Kiểm tra công tác phục vụ người dân trước và sau Tết tại các đô thị lớn',
        'TTR',
        '2026-03-06',
        'Báo cáo kiểm tra',
      ],
      ['Trình kế hoạch vốn sửa chữa trụ sở năm 2026', 'KHTC', '2026-02-10', 'Kế hoạch vốn', 'TSHT'],
      [
        'Cập nhật cẩm nang nghiệp vụ của Trưởng Ban Phát triển Cơ sở',
        'BD',
        '2026-03-20',
        'Cẩm nang nghiệp vụ',
        'PC; TCNS',
      ],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-02-25',
    source: 'Bút phê của Thứ trưởng trên Báo cáo số 77/BC-CPA ngày 24/02/2026',
    items: [
      ['Làm rõ nguyên nhân phản ánh bị chuyển lòng vòng quá ba lần', 'CPA', '2026-03-13', 'Báo cáo chuyên đề', 'TTR'],
      [
        'Chấn chỉnh việc đóng phản ánh khi chưa trả lời người dân',
        'Sở PTCS Hà Nội; Sở PTCS Thành phố Hồ Chí Minh; Sở PTCS Hải Phòng',
        '2026-03-20',
        'Báo cáo chấn chỉnh',
      ],
      ['Bổ sung chức năng chống đóng phản ánh sai quy trình', 'DL', '2026-04-10', null, 'CPA'],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-03-17',
    source: 'Kết luận giao ban tuần 12/2026 của Thứ trưởng',
    items: [
      ['Đôn đốc giải ngân vốn sửa chữa trụ sở quý I năm 2026', 'KHTC', '2026-04-05', 'Báo cáo giải ngân', 'TSHT'],
      ['Xây dựng đề án luân chuyển công chức giữa Sở và Ban', 'TCNS', '2026-06-30', 'Đề án'],
      ['Rà soát quy định về lưu trữ hồ sơ điện tử ở cấp xã', 'PC', '2026-04-25', 'Báo cáo rà soát', 'DL'],
      ['Thẩm định hồ sơ đề nghị công nhận xã đạt chuẩn đợt đầu', 'TCCS', '2026-05-10', 'Biên bản thẩm định', 'TTR'],
      ['Thường xuyên cập nhật chuyên mục hỏi đáp trên Cổng thông tin của Bộ', 'VP', null],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-04-07',
    source: 'Thông báo nội bộ số 09/TB-VPB về chuyến công tác của Thứ trưởng tại Tây Nguyên',
    items: [
      [
        'Bố trí phiên dịch tiếng dân tộc tại nơi tiếp công dân của các xã vùng đồng bào dân tộc',
        'Sở PTCS Gia Lai; Sở PTCS Đắk Lắk; Sở PTCS Lâm Đồng',
        '2026-05-15',
        'Báo cáo kết quả',
      ],
      [
        'Khảo sát mô hình tổ tiếp nhận hồ sơ lưu động tại thôn, buôn',
        'DVC',
        '2026-05-30',
        'Báo cáo khảo sát',
        'Sở PTCS Đắk Lắk',
      ],
      ['Đề xuất định mức nhiên liệu cho tổ công tác lưu động', 'KHTC', '2026-05-20', 'Đề xuất định mức'],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-05-12',
    source: 'Phiếu giao việc số 34/PGV-VPB ngày 12/5/2026',
    items: [
      [
        'Chuẩn bị báo cáo sơ kết một năm vận hành chính quyền địa phương hai cấp',
        'VP',
        '2026-06-15',
        'Dự thảo báo cáo',
        'TCNS; TSHT; DVC; CPA',
      ],
      ['Gửi số liệu phục vụ sơ kết một năm vận hành', 'các Sở Phát triển Cơ sở', '2026-06-05', 'Biểu số liệu'],
      ['Lựa chọn mười điển hình trong phục vụ người dân ở cấp xã', 'TCCS', '2026-06-10', 'Danh sách điển hình'],
      ['Biên tập kỷ yếu một năm vận hành cấp xã', 'VP', '2026-07-10', 'Kỷ yếu'],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-06-16',
    source: 'Kết luận giao ban tuần 25/2026 của Bộ trưởng',
    items: [
      [
        'Xử lý dứt điểm trụ sở bỏ không sau sắp xếp, tránh xuống cấp',
        'Sở PTCS Nghệ An; Sở PTCS Thanh Hóa; Sở PTCS Phú Thọ; Sở PTCS Tây Ninh; Sở PTCS Vĩnh Long',
        '2026-08-31',
        'Báo cáo kết quả',
        'TSHT; KHTC',
      ],
      ['Đánh giá việc sử dụng chữ ký số của lãnh đạo Ban', 'DL', '2026-07-15', 'Báo cáo đánh giá'],
      [
        'Kiểm tra việc chấp hành giờ giấc và thái độ phục vụ tại bộ phận một cửa',
        'TTR',
        '2026-07-31',
        'Báo cáo kiểm tra',
        'DVC',
      ],
      ['Xây dựng bộ câu hỏi khảo sát mức độ hài lòng của người dân', 'TCCS', '2026-07-05', 'Bộ câu hỏi', 'CPA'],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-07-21',
    source: 'Ý kiến chỉ đạo của Thứ trưởng tại buổi làm việc với Liên hiệp Hỗ trợ chính quyền cơ sở ngày 20/7/2026',
    items: [
      [
        'Dự thảo chương trình phối hợp giai đoạn 2026 - 2028 với Liên hiệp',
        'VP',
        '2026-08-25',
        'Dự thảo chương trình',
        'PC',
      ],
      ['Thống nhất nội dung bồi dưỡng kỹ năng tiếp dân cho cán bộ cơ sở', 'BD', '2026-08-20', 'Khung chương trình'],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-08-18',
    source: 'Kết luận giao ban tuần 34/2026 của Bộ trưởng',
    items: [
      ['Báo cáo tiến độ các công trình trụ sở chậm quá ba tháng', 'TSHT', '2026-09-04', 'Báo cáo tiến độ'],
      [
        'Phân tích nguyên nhân số vụ việc khiếu nại kéo dài chưa giảm tại năm địa phương',
        'CPA',
        '2026-09-15',
        'Báo cáo phân tích',
        'TTR',
      ],
      [
        'Tạm dừng, rà soát các biểu mẫu do địa phương tự ban hành ngoài danh mục',
        'các Sở Phát triển Cơ sở',
        '2026-09-10',
        'Danh mục biểu mẫu',
        'VP',
      ],
      ['Đề xuất phương án thuê dịch vụ lưu trữ hồ sơ giấy', 'DL', '2026-09-30', 'Phương án', 'KHTC'],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-09-15',
    source: 'Bút phê của Bộ trưởng trên Tờ trình số 163/TTr-VTCNS ngày 14/9/2026',
    items: [
      [
        'Trình phương án bổ sung biên chế cho các xã có quy mô dân số trên năm vạn người',
        'TCNS',
        '2026-10-15',
        'Phương án',
        'KHTC',
      ],
      ['Đánh giá tác động ngân sách của phương án bổ sung biên chế', 'KHTC', '2026-10-10', 'Báo cáo đánh giá'],
      [
        'Cung cấp số liệu dân số, khối lượng hồ sơ của từng xã',
        'Sở PTCS Hà Nội; Sở PTCS Thành phố Hồ Chí Minh; Sở PTCS Đồng Nai; Sở PTCS Bắc Ninh',
        '2026-09-25',
        'Biểu số liệu',
      ],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-10-06',
    source: 'Kết luận giao ban tuần 41/2026 của Thứ trưởng',
    items: [
      [
        'Chuẩn bị nội dung làm việc với đoàn khảo sát của Quốc hội về chính quyền cơ sở',
        'VP',
        '2026-10-23',
        'Tài liệu làm việc',
        'PC; TCNS',
      ],
      ['Báo cáo việc sử dụng kinh phí hỗ trợ địa phương khó khăn năm 2026', 'KHTC', '2026-11-30', 'Báo cáo'],
      ['Kiểm tra an toàn điện, phòng cháy tại trụ sở Bộ', 'TSHT', '2026-10-30', 'Biên bản kiểm tra'],
      ['Rà soát việc cấp tài khoản cho người dân là người cao tuổi', 'DVC', '2026-11-20', 'Báo cáo rà soát'],
      ['Hướng dẫn ghi nhật ký trực của Ban trong mùa mưa bão', 'CPA', '2026-10-20', 'Văn bản hướng dẫn'],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-10-27',
    source: 'Phiếu giao việc số 88/PGV-VPB ngày 27/10/2026',
    items: [
      [
        'Giải trình số liệu trụ sở độc lập giữa báo cáo của Sở và kết quả phúc tra',
        'Sở PTCS Nghệ An; Sở PTCS Gia Lai; Sở PTCS An Giang; Sở PTCS Lâm Đồng; Sở PTCS Cà Mau',
        '2026-11-13',
        'Văn bản giải trình',
        'TTR',
      ],
      ['Xây dựng chương trình công tác năm 2027 của Bộ', 'VP', '2026-12-20', 'Dự thảo chương trình', 'KHTC'],
      ['Đăng ký nội dung chương trình công tác năm 2027', 'các Sở Phát triển Cơ sở', '2026-11-25', 'Bảng đăng ký'],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-11-10',
    source: 'Kết luận giao ban tuần 46/2026 của Bộ trưởng',
    items: [
      ['Đề xuất danh sách địa phương kiểm tra cuối năm', 'TTR', '2026-11-27', 'Danh sách đề xuất'],
      ['Chuẩn bị phương án tổ chức Hội nghị tổng kết năm 2026', 'VP', '2026-12-05', 'Phương án tổ chức'],
      [
        'Hoàn thiện quy trình luân chuyển hồ sơ giữa Sở và Ban trên hệ thống',
        'DVC',
        '2026-12-15',
        'Quy trình',
        'DL; PC',
      ],
    ],
  },
  {
    by: 'chuyenvien2.vpb',
    on: '2026-11-18',
    source: 'Kết luận giao ban tuần 47/2026 của Thứ trưởng',
    stays: 'approved',
    items: [
      [
        'Khảo sát nhu cầu nhà công vụ của công chức biệt phái',
        'Sở PTCS Điện Biên; Sở PTCS Lai Châu; Sở PTCS Cao Bằng',
        '2026-12-25',
        'Báo cáo khảo sát',
        'TSHT',
      ],
      ['Xây dựng kịch bản truyền thông về ngày phục vụ người dân', 'VP', '2026-12-10', 'Kịch bản truyền thông'],
    ],
  },
  {
    by: 'chuyenvien.vpb',
    on: '2026-11-19',
    source: 'Bút phê của Thứ trưởng trên Báo cáo số 412/BC-VTCNS ngày 18/11/2026',
    stays: 'draft',
    items: [
      [
        'Tổng hợp danh sách công chức cấp xã đến tuổi nghỉ hưu trong năm 2027',
        'các Sở Phát triển Cơ sở',
        '2026-12-18',
        'Danh sách',
        'TCNS',
      ],
      [
        'Tham mưu chính sách thu hút người có chuyên môn về công tác tại xã đảo',
        'TCNS',
        '2027-01-20',
        'Đề xuất chính sách',
        'KHTC; PC',
      ],
      ['Rà soát hợp đồng bảo trì hệ thống năm 2027', 'DL', '2026-12-12', 'Báo cáo rà soát'],
    ],
  },
]
