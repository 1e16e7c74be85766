/** What an office asks of a unit, and what the unit answers; each names the other. */
export const ASKED = [
  'Đề nghị cho biết tiến độ đến nay và khó khăn, vướng mắc (nếu có) để Văn phòng tổng hợp, báo cáo Lãnh đạo Bộ.',
  'Báo cáo gần nhất chưa nêu số xã, phường đã hoàn thành. Đề nghị bổ sung trong báo cáo tới.',
  'Nội dung này được đưa vào giao ban tuần tới. Đề nghị gửi tài liệu trước một ngày làm việc.',
  'Đề nghị rà soát lại số liệu trước khi báo cáo hoàn thành và gửi kèm văn bản làm căn cứ.',
]
export const ANSWERED = [
  'Đơn vị đã nhận ý kiến, đang tổng hợp và sẽ báo cáo trong tuần này.',
  'Vướng mắc chính là một số nơi gửi số liệu chậm; đơn vị đã có văn bản đôn đốc.',
  'Đơn vị đã bổ sung số liệu theo từng xã, phường và sẽ thể hiện trong báo cáo tới.',
  'Đơn vị sẽ gửi tài liệu đúng hạn.',
]
