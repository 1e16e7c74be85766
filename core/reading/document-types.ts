/**
 * Types of documents with the abbreviation of their symbol: the 29 of Decree 30/2020/NĐ-CP (Article 7, Appendix III), legal
 * documents, and those of the Party. Of two types with one abbreviation, the symbol alone means the first.
 */
export const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  'nghị quyết': 'NQ',
  'quyết định': 'QĐ',
  'chỉ thị': 'CT',
  'quy chế': 'QC',
  'quy định': 'QyĐ',
  'thông cáo': 'TC',
  'thông báo': 'TB',
  'hướng dẫn': 'HD',
  'chương trình': 'CTr',
  'kế hoạch': 'KH',
  'phương án': 'PA',
  'đề án': 'ĐA',
  'dự án': 'DA',
  'báo cáo': 'BC',
  'biên bản': 'BB',
  'tờ trình': 'TTr',
  'hợp đồng': 'HĐ',
  'công điện': 'CĐ',
  'bản ghi nhớ': 'BGN',
  'bản thỏa thuận': 'BTT',
  'giấy ủy quyền': 'GUQ',
  'giấy mời': 'GM',
  'giấy giới thiệu': 'GGT',
  'giấy nghỉ phép': 'GNP',
  'phiếu gửi': 'PG',
  'phiếu chuyển': 'PC',
  'phiếu báo': 'PB',
  'công văn': 'CV',
  'thư công': '',
  'kết luận': 'KL',
  'thông tri': '',
  'lời kêu gọi': '',
  'tuyên bố': '',
  'chiến lược': 'CL',
  'quy hoạch': 'QH',
  'điều lệ': 'ĐL',
  'nghị định': 'NĐ',
  'thông tư liên tịch': 'TTLT',
  'thông tư': 'TT',
  'nghị quyết liên tịch': 'NQLT',
  'pháp lệnh': 'PL',
  luật: '',
  lệnh: 'L',
  'phụ lục': '',
}

/** The longest type with which `low` begins, as a word of its own. */
export function typeAt(low: string): string | undefined {
  return Object.keys(DOCUMENT_TYPES)
    .filter((type) => low.startsWith(type) && !/\p{L}/u.test(low.charAt(type.length)))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** The type that a symbol names: "12-NQ/TW" and "12/NQ-CP" a resolution, "12/UBND-VX" a letter. A thông tri of the Party is "-TT/". */
export function typeOfSymbol(symbol: string): string {
  const mark = symbol.replace(/^\d+(?:\/\d{4})?[/–-]/u, '').split(/[-/–]/u)[0]
  if (mark === 'TT' && /^\d+-TT\//u.test(symbol)) return 'thông tri'
  return Object.entries(DOCUMENT_TYPES).find(([, abbreviation]) => abbreviation === mark)?.[0] ?? 'công văn'
}
