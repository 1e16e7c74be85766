import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

const LETTER = `BỘ PHÁT TRIỂN CƠ SỞ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VĂN PHÒNG
Độc lập - Tự do - Hạnh phúc
Số: 45/VP-TH
An Thái, ngày 09 tháng 02 năm 2026
V/v trả lời kiến nghị về biên chế cấp xã
THƯỢNG KHẨN
Kính gửi:
- Sở Phát triển Cơ sở tỉnh An Thái;
- Ủy ban nhân dân các xã, phường.
Phúc đáp Công văn số 118/SPTCS-TCCB ngày 20 tháng 01 năm 2026 của Sở Phát triển Cơ sở tỉnh An Thái, Văn phòng có ý kiến như sau:
1. Đề nghị Sở Phát triển Cơ sở rà soát biên chế theo Nghị định số 33/2025/NĐ-CP, gửi kết quả trước ngày 28/02/2026.
Nơi nhận:
- Như trên;
- Bộ trưởng (để b/c);
- Các Vụ: Tổ chức cán bộ,
Pháp chế;
- Lưu: VT, TH (3).
TL. BỘ TRƯỞNG
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
(Đã ký)
Đại tá Trần Thị Bình
`
const letter = readDirective(LETTER)

test('a letter without a type name is known by its symbol', () => {
  assert.equal(letter.metadata.type?.value, 'công văn')
  assert.equal(letter.metadata.symbol?.value, '45/VP-TH')
  assert.equal(letter.metadata.issuer?.value, 'VĂN PHÒNG')
  assert.equal(letter.metadata.urgency?.value, 'thượng khẩn')
})

test('those addressed stand behind "Kính gửi", those who receive a copy behind "Nơi nhận"', () => {
  assert.deepEqual(
    letter.metadata.addressees.map((a) => a.name),
    ['Sở Phát triển Cơ sở tỉnh An Thái', 'Ủy ban nhân dân các xã, phường'],
  )
  assert.deepEqual(
    letter.metadata.recipients.map((r) => [r.name, r.purpose]),
    [
      ['Bộ trưởng', 'để b/c'],
      ['Các Vụ: Tổ chức cán bộ, Pháp chế', null],
    ],
  )
})

test('one addressed on the same line is one', () => {
  const { addressees } = readDirective(
    'Kính gửi: Sở Nội vụ tỉnh An Thái.\nThực hiện chỉ đạo của Bộ, đề nghị Sở báo cáo.',
  ).metadata
  assert.deepEqual(
    addressees.map((a) => a.name),
    ['Sở Nội vụ tỉnh An Thái'],
  )
})

test('who signs by order for the head signs with two authorities and the own position', () => {
  const { signer } = letter.metadata
  assert.equal(signer?.name, 'Trần Thị Bình')
  assert.equal(signer.rank, 'Đại tá')
  assert.deepEqual(signer.authorities, ['TL', 'KT'])
  assert.equal(signer.authority, 'TL. BỘ TRƯỞNG')
  assert.equal(signer.position, 'PHÓ CHÁNH VĂN PHÒNG')
})

test('a body signs through its chairman, an acting head under "Q."', () => {
  const board = readDirective('Nội dung.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An').metadata.signer
  assert.deepEqual([board?.authorities, board?.position], [['TM'], 'CHỦ TỊCH'])
  const acting = readDirective('Nội dung.\nQ. GIÁM ĐỐC\nLê Thị Chi').metadata.signer
  assert.deepEqual([acting?.authorities, acting?.position], [['Q'], 'GIÁM ĐỐC'])
  const party = readDirective('Nội dung.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nPhạm Văn Dũng').metadata.signer
  assert.deepEqual([party?.authorities, party?.position], [['TM'], 'PHÓ BÍ THƯ'])
  const proxy = readDirective('Nội dung.\nTUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG TỔ CHỨC\nPhạm Văn Dũng').metadata.signer
  assert.deepEqual(proxy?.authorities, ['TUQ'])
})

test('a letter says what it answers, and only cites what its tasks are about', () => {
  assert.deepEqual(
    letter.metadata.relations.map((r) => [r.kind, r.symbol, r.date]),
    [
      ['answers', '118/SPTCS-TCCB', '2026-01-20'],
      ['cites', '33/2025/NĐ-CP', null],
    ],
  )
})

test('the head of a Party document has its motto above or beside an issuer of several lines', () => {
  const above = readDirective(
    'ĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-NQ/TW\nHà Nội, ngày 16 tháng 3 năm 2026\nNGHỊ QUYẾT\nvề xây dựng cấp xã vững mạnh',
  ).metadata
  assert.deepEqual(
    [above.issuer?.value, above.symbol?.value, above.type?.value, above.issuedOn?.value],
    ['BAN CHẤP HÀNH TRUNG ƯƠNG', '12-NQ/TW', 'nghị quyết', '2026-03-16'],
  )
  const beside = readDirective(
    'ĐẢNG BỘ TỈNH AN THÁI   ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY SỞ PHÁT TRIỂN\nCƠ SỞ\n*   An Thái, ngày 05 tháng 11 năm 2026\nSố 08-QC/ĐU\nQUY CHẾ\nlàm việc của Đảng ủy',
  ).metadata
  assert.deepEqual(
    [beside.issuer?.value, beside.symbol?.value, beside.type?.value],
    ['ĐẢNG ỦY SỞ PHÁT TRIỂN CƠ SỞ', '08-QC/ĐU', 'quy chế'],
  )
})

test('symbols name their types, those of the Party too', () => {
  const type = (symbol: string) => readDirective(`Số: ${symbol}\nNội dung`).metadata.type?.value
  assert.deepEqual(
    ['08-QC/TW', '15-HD/VPTW', '21-TT/TU', '4/TTr-SNV', '9/GM-UBND', '7/PC-VP', '12/UBND-VX', '3-CV/TU'].map(type),
    ['quy chế', 'hướng dẫn', 'thông tri', 'tờ trình', 'giấy mời', 'phiếu chuyển', 'công văn', 'công văn'],
  )
})

test('a document replaces and amends what it says that it does; an order to amend another one only cites it', () => {
  const { relations } = readDirective(
    'QUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quyết định số 10/2024/QĐ-UBND ngày 05/02/2024\nCăn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;\nThực hiện Kế hoạch số 77/KH-BPTCS ngày 01/12/2025 của Bộ.\nĐiều 1. Giao Sở Tư pháp tham mưu sửa đổi, bổ sung Quyết định số 55/2023/QĐ-UBND.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 9/2020/QĐ-UBND ngày 15/3/2020.',
  ).metadata
  assert.deepEqual(
    relations.map((r) => [r.kind, r.symbol, r.date]),
    [
      ['amends', '10/2024/QĐ-UBND', '2024-02-05'],
      ['cites', '61/2018/NĐ-CP', '2018-04-23'],
      ['implements', '77/KH-BPTCS', '2025-12-01'],
      ['cites', '55/2023/QĐ-UBND', null],
      ['replaces', '9/2020/QĐ-UBND', '2020-03-15'],
    ],
  )
})
