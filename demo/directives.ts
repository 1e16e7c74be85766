import type { PlainDate } from '#core/kernel/plain-date.ts'

/** A directive of the demo: a file beside this one, and the day on which the clerk registers it. */
export interface DemoDirective {
  /** Name of the file in demo/directives. */
  file: string
  symbol: string
  issuedOn: PlainDate
  registeredOn: PlainDate
  /** Login of the clerk. */
  registeredBy: string
  /** Whether it orders something: nine documents in ten order nothing, and that must be recorded too. */
  ordersSomething: boolean
}

export const DIRECTIVES_FOLDER = new URL('./directives/', import.meta.url)

export const DEMO_DIRECTIVES: DemoDirective[] = [
  directive('08-quyet-dinh-chuong-trinh-cong-tac-2025.txt', '102/QĐ-BPTCS', '2025-03-20', '2025-03-21'),
  directive('09-chi-thi-van-hanh-cap-xa.txt', '02/CT-BPTCS', '2025-07-10', '2025-07-10'),
  directive('10-nghi-quyet-lien-tich-ho-tro-co-so.txt', '01/NQLT-BPTCS-LHHT', '2025-09-05', '2025-09-08'),
  directive('11-ke-hoach-chuyen-doi-so-cap-xa.txt', '68/KH-BPTCS', '2025-11-18', '2025-11-19'),
  directive('12-thong-bao-ket-luan-tong-ket-2025.txt', '21/TB-BPTCS', '2026-02-03', '2026-02-04'),
  directive('13-cong-van-boi-duong-danh-gia-cong-chuc.txt', '371/BPTCS-TCNS', '2026-04-28', '2026-04-29'),
  directive('01-ke-hoach-nang-cao-nang-luc-cap-xa.txt', '31/KH-BPTCS', '2026-07-15', '2026-07-16'),
  directive('02-chi-thi-phan-anh-trong-24-gio.txt', '05/CT-BPTCS', '2026-08-03', '2026-08-03'),
  directive('03-thong-bao-ket-luan-giao-ban-thang-8.txt', '112/TB-BPTCS', '2026-09-08', '2026-09-08'),
  directive('04-cong-van-ra-soat-tru-so-doc-lap.txt', '845/BPTCS-TSHT', '2026-09-22', '2026-09-23'),
  directive('05-quyet-dinh-bo-tieu-chi-dat-chuan.txt', '456/QĐ-BPTCS', '2026-10-05', '2026-10-06'),
  directive('ke-hoach-phu-luc.docx', '52/KH-BPTCS', '2026-10-20', '2026-10-21'),
  {
    ...directive('07-thong-bao-doi-dia-diem-tiep-cong-dan.txt', '38/TB-VP', '2026-10-29', '2026-10-29'),
    ordersSomething: false,
  },
  directive('06-cong-dien-ung-pho-mua-lu.txt', '09/CĐ-BPTCS', '2026-11-12', '2026-11-12'),
]

function directive(file: string, symbol: string, issuedOn: string, registeredOn: string): DemoDirective {
  return {
    file,
    symbol,
    issuedOn: issuedOn as PlainDate,
    registeredOn: registeredOn as PlainDate,
    registeredBy: 'vanthu.bo',
    ordersSomething: true,
  }
}
