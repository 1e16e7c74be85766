import { territoryPhrase } from '#core/units/territory.ts'
import type { Territory } from '#core/units/territory.ts'
import type { Alias, ExternalUnit } from '#core/units/unit.ts'
import { stableId } from '#demo/stable-id.ts'

/** Slug, name, short name, other names: bodies of the centre and mass organisations as they stand after the mergers of 2025. */
const CENTRAL: readonly (readonly [slug: string, name: string, shortName: string, ...aliases: string[]])[] = [
  ['vpcp', 'Văn phòng Chính phủ', 'VPCP'],
  ['vptw', 'Văn phòng Trung ương Đảng', 'VPTW Đảng', 'VPTW'],
  ['btctw', 'Ban Tổ chức Trung ương', 'Ban TCTW', 'BTCTW'],
  ['bqp', 'Bộ Quốc phòng', 'Bộ QP', 'BQP'],
  ['bca', 'Bộ Công an', 'Bộ CA', 'BCA'],
  ['bng', 'Bộ Ngoại giao', 'Bộ NG', 'BNG'],
  ['bnv', 'Bộ Nội vụ', 'Bộ NV', 'BNV'],
  ['btp', 'Bộ Tư pháp', 'Bộ TP', 'BTP'],
  ['btc', 'Bộ Tài chính', 'Bộ TC', 'BTC', 'Bộ Kế hoạch và Đầu tư', 'Bộ KH&ĐT'],
  ['bct', 'Bộ Công Thương', 'Bộ CT', 'BCT'],
  ['bnnmt', 'Bộ Nông nghiệp và Môi trường', 'Bộ NN&MT', 'BNNMT', 'Bộ Tài nguyên và Môi trường'],
  ['bxd', 'Bộ Xây dựng', 'Bộ XD', 'BXD', 'Bộ Giao thông vận tải', 'Bộ GTVT'],
  ['bvhttdl', 'Bộ Văn hóa, Thể thao và Du lịch', 'Bộ VHTTDL', 'BVHTTDL'],
  ['bkhcn', 'Bộ Khoa học và Công nghệ', 'Bộ KH&CN', 'BKHCN', 'Bộ Thông tin và Truyền thông', 'Bộ TT&TT'],
  ['bgddt', 'Bộ Giáo dục và Đào tạo', 'Bộ GD&ĐT', 'BGDĐT'],
  ['byt', 'Bộ Y tế', 'Bộ YT', 'BYT'],
  ['bdttg', 'Bộ Dân tộc và Tôn giáo', 'Bộ DT&TG', 'BDTTG'],
  ['nhnn', 'Ngân hàng Nhà nước Việt Nam', 'NHNN', 'Ngân hàng Nhà nước'],
  ['ttcp', 'Thanh tra Chính phủ', 'TTCP'],
  ['ctk', 'Cục Thống kê', 'CTK', 'Cục Thống kê (Bộ Tài chính)', 'Tổng cục Thống kê'],
  [
    'mttq',
    'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    'UBTW MTTQVN',
    'Mặt trận Tổ quốc Việt Nam',
    'UBTƯ MTTQ Việt Nam',
  ],
  ['tldld', 'Tổng Liên đoàn Lao động Việt Nam', 'TLĐLĐVN', 'Tổng LĐLĐ Việt Nam'],
  ['hnd', 'Hội Nông dân Việt Nam', 'HNDVN', 'Trung ương Hội Nông dân Việt Nam'],
  [
    'hlhpn',
    'Hội Liên hiệp Phụ nữ Việt Nam',
    'HLHPNVN',
    'Trung ương Hội Liên hiệp Phụ nữ Việt Nam',
    'Hội LHPN Việt Nam',
  ],
  ['hccb', 'Hội Cựu chiến binh Việt Nam', 'HCCBVN', 'Hội CCB Việt Nam'],
  ['twdtn', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'TW Đoàn', 'Trung ương Đoàn'],
  ['hvct', 'Học viện Chính trị quốc gia Hồ Chí Minh', 'HVCTQG HCM', 'Học viện Chính trị quốc gia'],
  ['vtv', 'Đài Truyền hình Việt Nam', 'VTV'],
  ['ttxvn', 'Thông tấn xã Việt Nam', 'TTXVN'],
]

export interface DemoExternals {
  externalUnits: ExternalUnit[]
  aliases: Alias[]
}

/** Bodies that the demo's directives may name and that report to nobody in it: the centre, and the People's Committee of each province. */
export function demoExternals(provinces: readonly Territory[]): DemoExternals {
  const externalUnits: ExternalUnit[] = []
  const aliases: Alias[] = []
  for (const [slug, name, shortName, ...others] of CENTRAL) {
    const id = stableId(`external/${slug}`)
    externalUnits.push({ id, name, shortName })
    for (const [index, text] of others.entries()) {
      aliases.push({ id: stableId(`alias/external/${slug}/${index}`), target: { kind: 'external', id }, text })
    }
  }
  for (const province of provinces) {
    const id = stableId(`external/ubnd/${province.code}`)
    const phrase = territoryPhrase(province)
    externalUnits.push({ id, name: `Ủy ban nhân dân ${phrase}`, shortName: `UBND ${phrase}` })
  }
  return { externalUnits, aliases }
}
