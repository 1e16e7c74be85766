/** A directive of the fictitious ministry, short enough to follow by eye. */
export const PLAN = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 15/KH-BPTCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 16 tháng 11 năm 2026
KẾ HOẠCH
Tiếp tục xây dựng cấp xã vững mạnh
I. NHIỆM VỤ
1. Sở Phát triển Cơ sở tỉnh Lâm Đồng rà soát, bố trí đủ biên chế cấp xã, hoàn thành trước ngày 31 tháng 3 năm 2027.
2. Sở Phát triển Cơ sở các tỉnh, thành phố kiểm tra trụ sở làm việc của cấp xã, báo cáo kết quả về Bộ trong quý I năm 2027.
3. Các đơn vị thuộc Bộ tăng cường công tác tuyên truyền, nâng cao nhận thức của cán bộ.
II. CHỈ TIÊU
1. Phấn đấu đến hết năm 2027, ít nhất 70% đơn vị cấp xã đạt chuẩn.
`
