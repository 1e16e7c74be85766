import { Phrases } from '#core/reading/tokens.ts'

export const CONDITIONS = new Set(['nếu', 'trường hợp'])

/** Between an order and those ordered: "đề nghị thời gian tới, Đảng ủy xã …". */
export const HENCEFORTH = new Phrases({ time: `thời gian tới|trong thời gian tới|từ nay|trước mắt|ngay từ bây giờ` })

export const PERSONS = new Phrases({
  person: `thủ tướng|phó thủ tướng|chủ tịch nước|tổng bí thư|chủ tịch quốc hội|đồng chí|bộ trưởng|thứ trưởng|chủ tịch ubnd|phó chủ tịch|bí thư|người đứng đầu chính quyền|ông|bà|quốc hội|bộ chính trị|ban bí thư|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|chủ tịch|giám đốc công an|ban thường vụ|hội nghị|chính phủ`,
})

/** Openings that may only say why: the order, if there is one, comes behind a comma. */
export const PURPOSES = new Phrases({
  purpose: `về|đối với|liên quan đến|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|để|nhằm|thực hiện|với|phát huy|bám sát|gắn với|qua|triển khai thực hiện|thực hiện ý kiến|xuất phát từ`,
})

export const SAYINGS = new Phrases({
  said: `chỉ rõ|nêu rõ|nhấn mạnh|cho rằng|khẳng định|cho biết|phát biểu|quán triệt|kết luận|có ý kiến|có ý kiến chỉ đạo|có ý kiến như sau|có ý kiến chỉ đạo như sau|gợi ý|chỉ đạo như sau|kết luận như sau|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|chúc mừng|cảm ơn|phê bình|bày tỏ`,
})

export const TOP_PERSONS = new Phrases({
  person: `thủ tướng|phó thủ tướng|chủ tịch nước|tổng bí thư|chủ tịch quốc hội|thủ tướng chính phủ`,
})
