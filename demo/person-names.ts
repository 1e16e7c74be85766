import { hash } from 'node:crypto'

const FAMILY =
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Đoàn Lương Cao'.split(
    ' ',
  )
const MEN = {
  middle: 'Văn Đức Minh Quốc Hữu Thanh Công Xuân Đình Quang'.split(' '),
  given: 'An Bình Cường Dũng Hải Hùng Khánh Lâm Long Nam Phong Phúc Quân Sơn Thắng Tuấn Vinh Việt Đạt Hiếu'.split(' '),
}
const WOMEN = {
  middle: 'Thị Thu Ngọc Thanh Kim Bích Hồng Mỹ Phương Diệu'.split(' '),
  given: 'Anh Chi Dung Giang Hà Hạnh Hoa Hương Lan Liên Linh Mai Nga Nhung Oanh Phượng Thảo Trang Vân Yến'.split(' '),
}

/** An invented name of the most common parts, the same for the same login; `taken` keeps two people from bearing one name. */
export function inventName(login: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const drawn = Buffer.from(hash('sha1', `name/${login}/${attempt}`, 'hex'), 'hex')
    const { middle, given } = drawn.readUInt8(0) % 5 < 3 ? MEN : WOMEN
    const name = [FAMILY, middle, given]
      .map((parts, at) => parts[drawn.readUInt16BE(2 + 2 * at) % parts.length])
      .join(' ')
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
