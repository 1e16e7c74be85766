import type { Topic } from '#demo/words/topics.ts'

/** Who reports: it decides what one has seen and whom one has asked. */
export type Tier = 'department' | 'province' | 'commune'

/** First sentence of a progress report, by topic and tier. All offices and figures are invented. */
export const PROGRESS: Readonly<Record<Topic, Readonly<Record<Tier, readonly string[]>>>> = {
  staff: {
    department: [
      'Vụ đã tổng hợp báo cáo vị trí việc làm của {m:31-34} địa phương, trong đó {n} địa phương đủ số liệu để đối chiếu.',
      'Đã họp với các đơn vị liên quan ngày {ngay}, thống nhất nguyên tắc bố trí; dự thảo đang ở lần chỉnh lý thứ hai.',
      'Đã gửi Phiếu lấy ý kiến số {so}/PLYK-VTCNS; {n}/{m:10-14} đơn vị đã trả lời, đa số nhất trí với phương án một.',
    ],
    province: [
      'Sở đã rà soát vị trí việc làm tại {xa}/{tongxa} xã, phường, đặc khu; còn thiếu {k:9-46} vị trí, chủ yếu là tư pháp - hộ tịch và địa chính.',
      'Đã ban hành Công văn số {so}/{symbol}-TCNS ngày {ngay} hướng dẫn các Ban rà soát; {xa}/{tongxa} Ban gửi kết quả đúng yêu cầu.',
      'Đã làm việc trực tiếp với {xa} Ban thiếu người, trình cấp có thẩm quyền phương án điều động, biệt phái {k:6-24} trường hợp.',
    ],
    commune: [
      'Ban đã rà soát {n}/{m:8-15} vị trí việc làm, xác định {k:1-3} vị trí còn thiếu và cập nhật lên hệ thống.',
      'Đã phân công tạm thời công chức kiêm nhiệm {k:1-3} vị trí còn thiếu, thông báo công khai tại trụ sở từ ngày {ngay}.',
      'Đã lập danh sách đề nghị bổ sung nhân sự gửi Sở tại Báo cáo số {so}/BC-{symbol} ngày {ngay}.',
    ],
  },
  premises: {
    department: [
      'Cục đã nhận báo cáo hiện trạng của {n}/{m:33-34} địa phương; đang phân loại theo ba nhóm và đối chiếu với ảnh chụp.',
      'Đã khảo sát thực tế tại {k:6-18} xã từ ngày {ngay}; phần lớn trụ sở dùng chung chưa có phòng tiếp dân riêng.',
      'Dự thảo danh mục trụ sở cần sửa chữa đã gửi Vụ Kế hoạch - Tài chính cho ý kiến về nguồn vốn.',
    ],
    province: [
      'Đã kiểm tra hiện trạng trụ sở tại {xa}/{tongxa} xã, phường, đặc khu, có biên bản và ảnh chụp; đang tổng hợp nhu cầu sửa chữa.',
      'Sở thành lập {k:3-8} tổ công tác theo Quyết định số {so}/QĐ-{symbol}; các tổ đã hoàn thành {percent}% lịch làm việc.',
      'Qua rà soát, {k:4-21} Ban đang dùng chung trụ sở; đã thống nhất với cấp xã phương án bố trí cho {xa} nơi.',
    ],
    commune: [
      'Ban đã đo vẽ hiện trạng, lập hồ sơ trụ sở gồm {m:5-9} phòng; đã bố trí riêng phòng tiếp nhận hồ sơ.',
      'Đã thống nhất với UBND cấp xã việc sử dụng {k:2-5} phòng tầng một làm nơi tiếp dân, đang sửa chữa hệ thống điện và biển tên.',
      'Nhà thầu đang thi công hạng mục chống thấm và cải tạo khu vệ sinh, khối lượng đạt khoảng {percent}%.',
    ],
  },
  files: {
    department: [
      'Cục đã kiểm tra dữ liệu giải quyết hồ sơ của {n}/{m:18-34} địa phương; tỷ lệ đúng hạn bình quân đạt {k:91-97}%.',
      'Đã chuẩn hóa {n}/{m:42-68} thủ tục hành chính cấp xã; số còn lại đang chờ ý kiến của Vụ Pháp chế.',
      'Đã gửi Công văn số {so}/CDVC ngày {ngay} đôn đốc các địa phương có tỷ lệ đúng hạn thấp.',
    ],
    province: [
      'Tỷ lệ hồ sơ giải quyết đúng hạn toàn địa bàn đạt {k:92-98}%; còn {k:3-19} xã dưới 95%, Sở đã làm việc với từng nơi.',
      '{xa}/{tongxa} Ban đã niêm yết đầy đủ thủ tục và bố trí người hướng dẫn người dân nộp hồ sơ trực tuyến.',
      'Đã kiểm tra đột xuất {k:5-16} bộ phận một cửa, nhắc nhở bằng văn bản {k:2-6} nơi để hồ sơ quá hạn không xin lỗi.',
    ],
    commune: [
      'Trong kỳ tiếp nhận {m:180-760} hồ sơ, đã giải quyết {n} hồ sơ, không có hồ sơ quá hạn chưa xin lỗi.',
      'Đã bố trí 02 công chức trực bộ phận một cửa cả sáng thứ Bảy; thời gian chờ bình quân còn {k:12-25} phút.',
      'Đã hướng dẫn {k:60-240} lượt người dân nộp hồ sơ trực tuyến, tỷ lệ hồ sơ trực tuyến đạt {k:58-86}%.',
    ],
  },
  feedback: {
    department: [
      'Cục đã thử nghiệm việc cảnh báo tại {n}/{m:6-12} địa phương; thời gian phát hiện phản ánh quá 24 giờ giảm còn dưới 30 phút.',
      'Đã phân loại {k:1200-4800} phản ánh theo lĩnh vực; khoảng một phần năm thuộc thẩm quyền của nhiều cấp, cần quy định rõ đầu mối.',
      'Dự thảo đã lấy ý kiến các địa phương tại Công văn số {so}/CPA ngày {ngay}; đang tiếp thu, giải trình.',
    ],
    province: [
      'Tỷ lệ phản ánh được trả lời bước đầu trong 24 giờ đạt {k:91-98}%; {xa}/{tongxa} Ban đã phân công người trực ngày nghỉ.',
      'Sở giao ban trực tuyến hằng tuần với các Ban có tỷ lệ dưới 90%; số phản ánh quá hạn giảm còn {k:4-38} trường hợp.',
      'Đã chấn chỉnh {k:2-7} Ban chuyển phản ánh lòng vòng tại Công văn số {so}/{symbol}-TNPA ngày {ngay}.',
    ],
    commune: [
      'Trong kỳ tiếp nhận {m:18-74} phản ánh, trả lời bước đầu trong 24 giờ {n} trường hợp, các trường hợp còn lại đang xác minh.',
      'Đã lập sổ trực, phân công lãnh đạo Ban trực tiếp nghe phản ánh vào thứ Bảy, Chủ nhật từ ngày {ngay}.',
      'Đã niêm yết số điện thoại và mã QR tiếp nhận phản ánh tại trụ sở và {k:4-11} nhà văn hóa thôn, tổ dân phố.',
    ],
  },
  complaints: {
    department: [
      'Đã đối chiếu danh mục vụ việc với {n}/{m:28-34} địa phương; thống nhất {k:140-320} vụ việc kéo dài trên 12 tháng.',
      'Đã làm việc trực tiếp với {k:4-9} địa phương có nhiều vụ việc; hồ sơ {k:6-20} vụ việc đủ điều kiện kết thúc.',
      'Tổ công tác đang nghiên cứu hồ sơ, dự kiến đề xuất phương án xử lý đối với từng nhóm vụ việc trong tháng tới.',
    ],
    province: [
      'Toàn địa bàn có {m:12-46} vụ việc kéo dài, đã phân công lãnh đạo phụ trách {n} vụ việc và xác định thời hạn giải quyết.',
      'Đã tổ chức {k:3-14} cuộc đối thoại, {k:2-8} vụ việc người dân đồng ý chấm dứt khiếu nại.',
      'Đã rà soát hồ sơ tại {xa}/{tongxa} xã; một số vụ việc liên quan bồi thường cần ý kiến của cơ quan chuyên môn.',
    ],
    commune: [
      'Trưởng Ban đã đối thoại với {k:1-4} hộ dân; {k:1-2} vụ việc đã thống nhất hướng giải quyết, lập biên bản có chữ ký các bên.',
      'Trên địa bàn còn {k:1-4} vụ việc kéo dài, Ban đã phân công người theo dõi và báo cáo tiến độ hằng tuần.',
      'Đã mời các bên liên quan làm việc ngày {ngay}; người khiếu nại đề nghị bổ sung tài liệu đo đạc.',
    ],
  },
  data: {
    department: [
      'Đã kết nối thử nghiệm với {n}/{m:20-34} địa phương; còn lỗi đồng bộ mã đơn vị tại {k:2-7} nơi, đang khắc phục.',
      'Đã hoàn thành phân tích, thiết kế; nhóm kỹ thuật đang xây dựng các chức năng chính, khối lượng đạt {percent}%.',
      'Đối chiếu {k:12-28} chỉ tiêu giữa ba cấp, phát hiện {k:3-9} chỉ tiêu chênh lệch do khác thời điểm chốt số.',
    ],
    province: [
      'Sở đã cấp tài khoản cho {xa}/{tongxa} Ban; số liệu được cập nhật hằng ngày tại {percent}% số xã.',
      'Đã rà soát số liệu của {xa}/{tongxa} xã, yêu cầu {k:4-17} xã cập nhật lại do nhập sai kỳ báo cáo.',
      'Đã số hóa khoảng {percent}% hồ sơ còn hiệu lực; kho lưu trữ của {k:2-6} xã cũ chưa bàn giao đầy đủ.',
    ],
    commune: [
      'Ban đã cập nhật {n}/{m:14-36} biểu số liệu, còn các biểu về tài sản đang đối chiếu với kế toán.',
      'Đã quét {k:600-3200} trang hồ sơ, gắn mã định danh và kiểm tra xác suất 10%.',
      'Đường truyền đã nâng lên 200 Mbps từ ngày {ngay}; các máy trạm đã cài phần mềm và cấp chứng thư số.',
    ],
  },
  training: {
    department: [
      'Đã mở {n}/{m:6-12} lớp với {k:420-980} học viên; tài liệu được bổ sung tình huống xử lý tại xã sáp nhập.',
      'Đã phê duyệt chương trình và danh sách giảng viên; lịch học đã gửi các địa phương tại Công văn số {so}/TTBD.',
      'Khảo sát cuối khóa cho thấy {k:86-96}% học viên đánh giá nội dung phù hợp công việc.',
    ],
    province: [
      'Sở đã tổ chức {k:2-6} lớp cho {k:160-520} công chức của {xa}/{tongxa} Ban; còn các xã vùng xa sẽ học trực tuyến.',
      'Đã cử {k:8-34} học viên tham gia lớp của Trung tâm Bồi dưỡng, đồng thời mở lớp bổ sung tại địa phương.',
    ],
    commune: [
      'Ban đã cử {k:2-6} công chức dự lớp tập huấn, tổ chức hướng dẫn lại cho toàn thể cơ quan ngày {ngay}.',
      'Đã hoàn thành {percent}% chuyên đề theo tài liệu của Trung tâm Bồi dưỡng, học vào chiều thứ Sáu hằng tuần.',
    ],
  },
  standards: {
    department: [
      'Vụ đã hoàn thiện {n}/{m:20-24} tiêu chí; các tiêu chí còn lại đang thống nhất nguồn số liệu với Trung tâm Dữ liệu.',
      'Đã chấm thử tại {k:8-20} xã của ba vùng; điểm tự chấm cao hơn điểm thẩm định bình quân {k:4-9} điểm.',
    ],
    province: [
      '{xa}/{tongxa} Ban đã tự chấm điểm; Sở đang thẩm định, ưu tiên các tiêu chí có bằng chứng đầy đủ.',
      'Tổ thẩm định đã làm việc tại {k:6-24} xã, đề nghị giải trình {k:5-30} tiêu chí chưa có tài liệu kèm theo.',
    ],
    commune: [
      'Ban tự chấm {k:71-93} điểm, đã tải bằng chứng của {n}/{m:22-24} tiêu chí lên hệ thống.',
      'Đã họp hội đồng tự chấm ngày {ngay}; thống nhất bổ sung tài liệu cho nhóm tiêu chí về phục vụ người dân.',
    ],
  },
  inspection: {
    department: [
      'Đoàn đã làm việc tại {n}/{m:6-14} địa phương, lập {k:12-40} biên bản; đang dự thảo báo cáo kết quả.',
      'Đã phúc tra {k:30-90} hồ sơ chọn ngẫu nhiên, phát hiện {k:2-9} hồ sơ có số liệu không khớp với sổ gốc.',
    ],
    province: [
      'Đoàn kiểm tra theo Quyết định số {so}/QĐ-{symbol} đã làm việc với {n}/{m:8-20} xã; tồn tại chủ yếu ở khâu lưu hồ sơ.',
      'Đã kiểm tra thực tế tại {xa}/{tongxa} xã; yêu cầu khắc phục ngay {k:3-12} nội dung, hẹn kiểm tra lại.',
    ],
    commune: [
      'Ban đã tự kiểm tra {n}/{m:6-12} nội dung theo đề cương, khắc phục ngay các thiếu sót về sổ sách.',
      'Đã cung cấp hồ sơ và giải trình cho đoàn kiểm tra ngày {ngay}; đang hoàn thiện {k:2-5} kiến nghị.',
    ],
  },
  budget: {
    department: [
      'Vụ đã nhận nhu cầu kinh phí của {n}/{m:30-45} đơn vị, đang thẩm định định mức và nguồn.',
      'Đã thống nhất phương án với các đơn vị; phần vốn sửa chữa còn chênh {k:3-12} tỷ đồng so với dự kiến.',
    ],
    province: [
      'Sở đã lập dự toán gửi cơ quan tài chính cùng cấp tại Tờ trình số {so}/TTr-{symbol} ngày {ngay}.',
      'Đã phân bổ kinh phí cho {xa}/{tongxa} Ban; số còn lại chờ điều chỉnh dự toán giữa năm.',
    ],
    commune: [
      'Ban đã lập dự toán {k:85-640} triệu đồng, được UBND cấp xã thống nhất tại cuộc họp ngày {ngay}.',
      'Đã giải ngân {percent}% kinh phí được giao, chứng từ lưu đầy đủ.',
    ],
  },
  publicity: {
    department: [
      'Đã đăng {k:6-24} tin, bài trên Cổng thông tin; kết quả của {n}/{m:30-34} địa phương đã được công bố.',
      'Đang hoàn thiện giao diện công khai theo từng xã; dữ liệu của quý trước đã được xác nhận.',
    ],
    province: [
      '{xa}/{tongxa} Ban đã niêm yết công khai; Sở kiểm tra xác suất {k:8-22} nơi, nhắc nhở {k:1-5} nơi niêm yết thiếu mục.',
      'Đã phối hợp với Đài địa phương phát {k:3-9} chuyên mục; công bố kết quả trên trang thông tin của Sở từ ngày {ngay}.',
    ],
    commune: [
      'Đã niêm yết tại trụ sở và phát trên hệ thống truyền thanh {k:4-16} lượt; người dân tra cứu được trên trang thông tin của xã.',
      'Đã cập nhật bảng niêm yết ngày {ngay}, bổ sung tên, số điện thoại của người trực.',
    ],
  },
  rules: {
    department: [
      'Dự thảo lần {k:2-3} đã gửi {m:12-40} đơn vị lấy ý kiến; {n} đơn vị trả lời, hầu hết nhất trí về bố cục.',
      'Đã họp Tổ soạn thảo ngày {ngay}; còn ý kiến khác nhau về trách nhiệm của người đứng đầu.',
      'Đã gửi hồ sơ sang Vụ Pháp chế thẩm định tại Công văn số {so} ngày {ngay}.',
    ],
    province: [
      'Sở đã dự thảo kế hoạch, lấy ý kiến {xa}/{tongxa} Ban; dự kiến trình ký trong tuần tới.',
      'Kế hoạch đã được cấp có thẩm quyền thông qua về chủ trương; đang cụ thể hóa chỉ tiêu đến từng xã.',
      'Đã tiếp thu {k:6-28} ý kiến góp ý của các Ban; đang hoàn thiện phụ lục phân công, Tờ trình số {so}/TTr-{symbol}.',
    ],
    commune: [
      'Ban đã dự thảo, lấy ý kiến {k:6-14} thôn, tổ dân phố; đang hoàn thiện để trình UBND cấp xã.',
      'Đã ban hành lịch công tác, phân công từng công chức kèm thời hạn cụ thể.',
    ],
  },
  general: {
    department: [
      'Đơn vị đã phân công chuyên viên phụ trách, hoàn thành khoảng {percent}% khối lượng; nội dung còn lại đang chờ số liệu của địa phương.',
      'Đã có báo cáo bước đầu tại Công văn số {so} ngày {ngay}; đang tổng hợp ý kiến của {n}/{m:8-13} đơn vị phối hợp.',
      'Đã thống nhất đề cương với các đơn vị phối hợp ngày {ngay}; bắt đầu tổng hợp từ tuần này.',
    ],
    province: [
      'Sở đã có Công văn số {so}/{symbol}-VP ngày {ngay} giao các Ban thực hiện; {xa}/{tongxa} Ban đã báo cáo.',
      'Đã triển khai đến toàn bộ {tongxa} Ban, khối lượng đạt khoảng {percent}%; các xã vùng sâu tiến độ chậm hơn.',
      'Sở đã họp giao ban với các Ban ngày {ngay}, yêu cầu báo cáo kết quả vào thứ Năm hằng tuần.',
    ],
    commune: [
      'Ban đã phân công công chức phụ trách và thực hiện được khoảng {percent}% khối lượng.',
      'Đã làm việc với {k:4-12} thôn, tổ dân phố; còn {k:1-4} nơi chưa gửi danh sách.',
      'Ban đã hoàn thành bước kiểm đếm, đang lập biên bản và danh mục kèm theo.',
      'Đã họp Ban ngày {ngay}, thống nhất cách làm; đang tổng hợp ý kiến của các thôn, tổ dân phố.',
      'Đã báo cáo UBND cấp xã, được bố trí người phối hợp; khối lượng đạt khoảng {percent}%.',
    ],
  },
}

/** Second sentence: what stands in the way, or what comes next. */
export const NEXT: readonly string[] = [
  'Không có khó khăn, vướng mắc.',
  'Dự kiến hoàn thành đúng thời hạn được giao.',
  'Nội dung còn lại sẽ hoàn thành trong {k:5-15} ngày làm việc tới.',
  'Khó khăn: người được phân công phải kiêm nhiệm nhiều việc, tiến độ phụ thuộc vào đơn vị phối hợp.',
  'Đơn vị sẽ báo cáo bổ sung sau khi có đủ số liệu của các xã vùng sâu, vùng xa.',
  'Đề nghị cơ quan giao việc cho ý kiến về mẫu biểu tổng hợp để thống nhất cách ghi.',
  'Tuần tới tiếp tục đôn đốc các nơi chưa gửi báo cáo.',
  'Vướng mắc về nguồn kinh phí đã được báo cáo tại Công văn số {so} ngày {ngay}.',
  'Mưa lũ trong tuần làm chậm lịch làm việc tại cơ sở {k:2-5} ngày; đơn vị đã bố trí làm bù.',
  'Số liệu trên là số tự báo cáo, chưa phúc tra.',
]
