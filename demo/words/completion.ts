import type { Tier } from '#demo/words/progress.ts'
import type { Topic } from '#demo/words/topics.ts'

/** First sentence of a report of completion, by topic and tier. */
export const COMPLETION: Readonly<Record<Topic, Readonly<Record<Tier, readonly string[]>>>> = {
  staff: {
    department: [
      'Đã trình Lãnh đạo Bộ tại Tờ trình số {so}/TTr-VTCNS ngày {ngay}, kèm dự thảo văn bản và bảng tổng hợp ý kiến.',
      'Đã tổng hợp đầy đủ số liệu bố trí nhân sự của 34 địa phương, báo cáo Lãnh đạo Bộ tại Báo cáo số {so}/BC-VTCNS.',
    ],
    province: [
      'Sở đã hoàn thành rà soát tại {tongxa}/{tongxa} Ban; {k:88-99}% vị trí đã có người, số còn lại có phương án kèm thời hạn.',
      'Đã điều động, biệt phái {k:6-28} trường hợp theo quyết định của cấp có thẩm quyền, gửi Báo cáo số {so}/BC-{symbol} ngày {ngay}.',
    ],
    commune: [
      'Ban đã cập nhật đủ vị trí việc làm lên hệ thống; danh sách có xác nhận của UBND cấp xã.',
      'Đã kê khai đủ {k:8-15} công chức kèm bản sao văn bằng; {k:1-3} trường hợp chưa phù hợp chuyên ngành.',
      'Đã đăng ký {k:6-11} chỉ tiêu, phân công người chịu trách nhiệm từng chỉ tiêu, niêm yết tại trụ sở.',
      'Đã bố trí đủ người trực theo phân công, niêm yết lịch trực tại trụ sở từ ngày {ngay}.',
    ],
  },
  premises: {
    department: [
      'Đã trình Lãnh đạo Bộ báo cáo rà soát kèm danh mục {k:180-420} trụ sở cần sửa chữa, xây mới (Tờ trình số {so}/TTr-TSHT).',
      'Đã ban hành hướng dẫn tại Công văn số {so}/BPTCS-TSHT ngày {ngay}, gửi đến toàn bộ địa phương.',
    ],
    province: [
      'Đã kiểm tra xong trụ sở của {tongxa} Ban; gửi biểu tổng hợp, biên bản và ảnh chụp kèm Báo cáo số {so}/BC-{symbol}.',
      'Đã hoàn thành sửa chữa, đưa vào sử dụng {k:2-9} trụ sở; các nơi còn lại bố trí phòng tiếp dân tạm thời.',
    ],
    commune: [
      'Trụ sở đã sửa chữa xong, nghiệm thu ngày {ngay}; phòng tiếp dân và nơi nhận hồ sơ đã bố trí riêng.',
      'Ban đã hoàn thành tự rà soát trụ sở, kèm biên bản và ảnh chụp hiện trạng.',
      'Kết quả rà soát: trụ sở thuộc nhóm {k:1-3}, diện tích {k:180-760} m2, còn thiếu {k:1-4} phòng; biểu và ảnh chụp gửi kèm.',
      'Ban dùng chung trụ sở với {k:2-4} cơ quan, đã có phòng tiếp dân riêng; đề nghị sửa chữa mái và hệ thống điện.',
      'Trụ sở độc lập, đưa vào sử dụng năm 20{k:12-24}, hiện trạng còn tốt; biên bản rà soát lập ngày {ngay}.',
    ],
  },
  files: {
    department: [
      'Đã hoàn thành, số liệu giải quyết hồ sơ của 34 địa phương được cập nhật hằng ngày về Bộ từ ngày {ngay}.',
      'Đã gửi báo cáo kết quả kiểm tra số {so}/BC-CDVC ngày {ngay}, kiến nghị {k:4-9} nội dung cần chấn chỉnh.',
    ],
    province: [
      'Tỷ lệ giải quyết hồ sơ đúng hạn đạt {k:97-99}%; {tongxa} Ban đã công khai kết quả, chi tiết tại Báo cáo số {so}/BC-{symbol}.',
      'Đã hoàn thành việc kiểm tra bộ phận một cửa, các thiếu sót đã khắc phục xong trước ngày {ngay}.',
    ],
    commune: [
      'Đã giải quyết {m:240-980}/{m:240-980} hồ sơ trong kỳ, không còn hồ sơ quá hạn.',
      'Ban đã hoàn thành niêm yết và bố trí người hướng dẫn; kèm ảnh chụp nơi niêm yết.',
      'Đã tiếp nhận {k:640-4200} bộ hồ sơ của cấp huyện, lập biên bản bàn giao ngày {ngay}; không thất lạc.',
      'Đã kiểm đếm xong {k:18-96} mét giá tài liệu, biên bản có chữ ký hai bên, danh mục gửi kèm.',
      'Đã sắp xếp, đánh số {k:300-1900} bộ hồ sơ; kho lưu trữ tạm đặt tại tầng {k:1-3} trụ sở.',
    ],
  },
  feedback: {
    department: [
      'Đã trình ban hành tại Tờ trình số {so}/TTr-CPA ngày {ngay}; quy trình áp dụng thử từ đầu tháng sau.',
      'Chức năng cảnh báo đã vận hành tại 34 địa phương; báo cáo đánh giá kèm theo.',
    ],
    province: [
      'Tỷ lệ trả lời bước đầu trong 24 giờ đạt {k:95-99}%, các phản ánh tồn đã xử lý xong; Báo cáo số {so}/BC-{symbol} ngày {ngay}.',
      '{tongxa}/{tongxa} Ban đã phân công người trực ngày nghỉ; danh sách và số điện thoại gửi kèm.',
    ],
    commune: [
      'Toàn bộ {k:14-88} phản ánh trong kỳ đã được trả lời, trong đó {k:12-60} trường hợp giải quyết xong.',
      'Đã niêm yết số điện thoại, địa chỉ tiếp nhận và tên người trực; kèm ảnh chụp tại trụ sở.',
    ],
  },
  complaints: {
    department: [
      'Đã hoàn thành danh mục vụ việc theo từng địa phương, báo cáo Lãnh đạo Bộ tại Báo cáo số {so}/BC-CPA.',
      'Đã trình phương án sửa đổi quy định kèm báo cáo đánh giá tác động (Tờ trình số {so}/TTr ngày {ngay}).',
    ],
    province: [
      'Đã gửi danh mục vụ việc, phân công người chịu trách nhiệm và thời hạn từng vụ việc; số vụ việc giảm {k:5-18}% so với cùng kỳ.',
      'Đã giải quyết dứt điểm {k:3-15} vụ việc; các vụ việc còn lại có văn bản trả lời từng bước, gửi kèm Báo cáo số {so}/BC-{symbol}.',
    ],
    commune: [
      'Đã đối thoại xong với các hộ có khiếu nại kéo dài, biên bản có chữ ký của các bên.',
      'Danh mục gồm {k:1-6} vụ việc, đã phân công người chịu trách nhiệm và thời hạn giải quyết từng vụ việc.',
      'Trên địa bàn không còn vụ việc khiếu nại kéo dài trên 12 tháng; có xác nhận của bộ phận tiếp công dân.',
      'Đã rà soát {k:3-14} đơn còn tồn, trong đó {k:1-3} vụ việc kéo dài, đề xuất hướng giải quyết kèm theo.',
      'Vụ việc đã giải quyết xong ngày {ngay}, người khiếu nại đồng ý với kết quả.',
    ],
  },
  data: {
    department: [
      'Hệ thống đã đưa vào vận hành từ ngày {ngay}, tài liệu hướng dẫn và biên bản nghiệm thu kèm theo.',
      'Đã gửi kết quả đối chiếu cho từng Sở tại Công văn số {so}/TTDL; chênh lệch còn {k:2-6} chỉ tiêu, đã nêu nguyên nhân.',
    ],
    province: [
      'Số liệu của {tongxa}/{tongxa} Ban đã chốt trên hệ thống; giải trình chênh lệch tại Báo cáo số {so}/BC-{symbol} ngày {ngay}.',
      'Đã hoàn thành số hóa hồ sơ còn hiệu lực, bàn giao dữ liệu cho Trung tâm Dữ liệu.',
    ],
    commune: [
      'Ban đã cập nhật đủ các biểu số liệu, đối chiếu khớp với sổ gốc.',
      'Đã số hóa {k:420-2600} bộ hồ sơ còn hiệu lực, lập danh mục kèm theo; {k:8-60} bộ hỏng đã lập biên bản.',
      'Đã đối chiếu {k:12-34} chỉ tiêu với sổ gốc, điều chỉnh {k:1-4} chỉ tiêu ghi nhầm kỳ, ký xác nhận ngày {ngay}.',
      'Số liệu đã được lãnh đạo Ban ký số xác nhận ngày {ngay}, không còn biểu trống.',
      'Đã hoàn thành số hóa {k:1800-5200} trang hồ sơ, kiểm tra xác suất không có lỗi.',
    ],
  },
  training: {
    department: [
      'Đã tổ chức xong {k:6-14} lớp với {k:620-1480} học viên; báo cáo kết quả và danh sách kèm theo.',
      'Đã ban hành bộ tài liệu bồi dưỡng gồm {k:6-10} chuyên đề, gửi các địa phương ngày {ngay}.',
    ],
    province: [
      'Đã hoàn thành tập huấn cho {k:240-760} công chức của {tongxa} Ban, tỷ lệ đạt yêu cầu {k:93-99}%.',
      'Sở đã tổ chức {k:3-8} lớp, cấp giấy chứng nhận cho học viên; danh sách gửi kèm.',
    ],
    commune: [
      '100% công chức của Ban đã dự tập huấn và làm bài kiểm tra; kết quả gửi kèm.',
      'Đã kê khai trình độ của {k:7-16} công chức; {k:1-4} người đề nghị bồi dưỡng nghiệp vụ, {k:1-2} người học đại học.',
      'Bảng kê khai đã được từng công chức ký xác nhận, gửi Sở tại Công văn số {so}/{symbol} ngày {ngay}.',
      'Đã đề xuất {k:2-6} nhu cầu bồi dưỡng, ưu tiên kỹ năng số và tiếp dân.',
      'Đã hoàn thành chương trình bồi dưỡng, tổ chức hướng dẫn lại tại cơ quan ngày {ngay}.',
    ],
  },
  standards: {
    department: [
      'Đã trình Bộ trưởng dự thảo Quyết định và hướng dẫn chấm điểm tại Tờ trình số {so}/TTr-TCCS ngày {ngay}.',
      'Đã hoàn thành thẩm định, lập danh sách đề nghị công nhận kèm biên bản họp hội đồng.',
    ],
    province: [
      'Đã thẩm định kết quả tự chấm của {tongxa}/{tongxa} Ban; {k:52-84}% số xã đạt từ 80 điểm trở lên.',
      'Kết quả thẩm định đã công khai trên trang thông tin của Sở từ ngày {ngay}, không có khiếu nại.',
    ],
    commune: [
      'Ban tự chấm {k:78-96} điểm, bằng chứng của 24/24 tiêu chí đã tải lên hệ thống.',
      'Đã hoàn thiện hồ sơ tự chấm theo ý kiến thẩm định của Sở.',
    ],
  },
  inspection: {
    department: [
      'Đã kết thúc đợt kiểm tra, báo cáo kết quả số {so}/BC-TTr ngày {ngay}; kiến nghị xử lý {k:3-9} tồn tại.',
      'Đã phúc tra xong mẫu chọn, tỷ lệ số liệu khớp đạt {k:91-98}%; biên bản từng xã kèm theo.',
    ],
    province: [
      'Đã kiểm tra {k:8-34} xã, ban hành thông báo kết quả ngày {ngay}; các tồn tại đã khắc phục.',
      'Sở đã kiểm tra đủ số xã được giao, hồ sơ kiểm tra gồm biên bản và ảnh chụp kèm theo.',
    ],
    commune: [
      'Ban đã khắc phục xong các kiến nghị của đoàn kiểm tra, có báo cáo từng nội dung.',
      'Đã tự kiểm tra xong, lập biên bản ngày {ngay}, không phát hiện sai phạm.',
    ],
  },
  budget: {
    department: [
      'Đã trình Lãnh đạo Bộ phương án phân bổ tại Tờ trình số {so}/TTr-KHTC, kèm bảng tính theo từng địa phương.',
      'Dự toán đã được tổng hợp, thẩm định và gửi cơ quan tài chính đúng thời hạn.',
    ],
    province: [
      'Kinh phí đã phân bổ đến {tongxa} Ban; quyết định và phụ lục chi tiết gửi kèm Báo cáo số {so}/BC-{symbol}.',
      'Đã giải ngân {k:92-99}% kinh phí được giao, không có chi sai định mức.',
    ],
    commune: [
      'Đã thực hiện xong dự toán, quyết toán được UBND cấp xã xác nhận ngày {ngay}.',
      'Đã lập dự toán năm sau, gửi Sở đúng mẫu kèm thuyết minh.',
    ],
  },
  publicity: {
    department: [
      'Kết quả của từng địa phương đã công bố trên Cổng thông tin của Bộ từ ngày {ngay}.',
      'Đã hoàn thành chuyên mục tuyên truyền với {k:18-46} tin, bài; báo cáo đánh giá kèm theo.',
    ],
    province: [
      '{tongxa}/{tongxa} Ban đã niêm yết công khai; ảnh chụp và danh sách gửi kèm Báo cáo số {so}/BC-{symbol}.',
      'Đã công khai kết quả trên trang thông tin của Sở và tại trụ sở các Ban từ ngày {ngay}.',
    ],
    commune: [
      'Đã niêm yết công khai đầy đủ nội dung; ảnh chụp bảng niêm yết kèm theo.',
      'Đã phát {k:12-30} lượt trên hệ thống truyền thanh và họp dân tại {k:5-14} thôn, tổ dân phố.',
    ],
  },
  rules: {
    department: [
      'Đã trình Lãnh đạo Bộ ký ban hành; dự thảo được Vụ Pháp chế thẩm định tại Công văn số {so}/PC ngày {ngay}.',
      'Văn bản đã ban hành ngày {ngay}, gửi các địa phương qua trục liên thông.',
    ],
    province: [
      'Kế hoạch đã ban hành tại Văn bản số {so}/KH-{symbol} ngày {ngay}, giao chỉ tiêu cụ thể đến {tongxa} Ban.',
      'Sở đã ban hành hướng dẫn và phổ biến đến toàn bộ {tongxa} Ban.',
    ],
    commune: [
      'Ban đã ban hành kế hoạch ngày {ngay}, phân công từng người, từng việc kèm thời hạn.',
      'Đã đăng ký {k:6-12} chỉ tiêu theo hướng dẫn của Sở; bảng đăng ký có chữ ký của Trưởng Ban.',
      'Bảng đăng ký chỉ tiêu đã được thống nhất với UBND cấp xã ngày {ngay}.',
      'Quy chế làm việc đã được thông qua và niêm yết tại trụ sở.',
    ],
  },
  general: {
    department: [
      'Đã hoàn thành, báo cáo Lãnh đạo Bộ tại Báo cáo số {so}/BC-BPTCS ngày {ngay}.',
      'Nội dung được giao đã hoàn thành, kết quả và số liệu chi tiết gửi kèm.',
      'Đã tổng hợp xong ý kiến của các đơn vị, trình Lãnh đạo Bộ ngày {ngay}.',
    ],
    province: [
      'Sở đã hoàn thành nội dung được giao, Báo cáo số {so}/BC-{symbol} ngày {ngay} kèm biểu số liệu của {tongxa} Ban.',
      'Đã triển khai xong tại toàn bộ {tongxa} Ban, kết quả tổng hợp gửi kèm.',
    ],
    commune: [
      'Ban đã hoàn thành nội dung được giao, báo cáo kết quả gửi kèm.',
      'Ban đã thực hiện xong, Báo cáo số {so}/BC-{symbol} ngày {ngay} kèm biểu số liệu.',
      'Đã hoàn thành trước hạn, kết quả được thông qua tại cuộc họp của Ban ngày {ngay}.',
      'Đã hoàn thành {k:4-12} nội dung theo phân công, hồ sơ lưu tại Ban; số văn bản gửi Sở: {so}/{symbol}.',
      'Đã thực hiện xong ngày {ngay}, có xác nhận của UBND cấp xã.',
    ],
  },
}

/** Second sentence: what comes with the report. */
export const ENCLOSED: readonly string[] = [
  'Trân trọng báo cáo.',
  'Đề nghị công nhận kết quả.',
  'Bằng chứng gửi kèm; bản gốc lưu tại đơn vị.',
  'Một số số liệu là số tự báo cáo, đơn vị chịu trách nhiệm về tính chính xác.',
  'Đơn vị tiếp tục theo dõi, kịp thời báo cáo nếu có phát sinh.',
]

/** What the office writes down when a body outside has answered. */
export const OUTSIDE: readonly string[] = [
  'Cơ quan đã có Công văn phúc đáp số {so} ngày {ngay}, thống nhất với nội dung đề nghị.',
  'Ghi theo văn bản trả lời ngày {ngay}: đã chỉ đạo các đơn vị trực thuộc thực hiện, có số liệu kèm theo.',
  'Đã nhận ý kiến bằng văn bản số {so} ngày {ngay}; nhất trí về nguyên tắc, đề nghị chỉnh lý một số điểm kỹ thuật.',
]
