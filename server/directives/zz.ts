import { docxText } from '#server/directives/docx-text.ts'
import { Document, Packer, Paragraph, TextRun } from 'docx'
for (const n of [1000, 10000, 40000]) {
const b = await Packer.toBuffer(new Document({ sections: [{ children: Array.from({ length: n }, (_, i) => new Paragraph({ children: [new TextRun({ text: `Đoạn ${i} giao Vụ Kế hoạch chủ trì, phối hợp với các đơn vị liên quan hoàn thành trước ngày 30/6/2026.`, bold: true, font: 'Times New Roman', size: 28 })] })) }] }))
const t = performance.now(); const r = docxText(b); console.log(n, 'paragraphs', b.length, 'bytes', r.ok ? r.value.text.length : r.failure, Math.round(performance.now() - t), 'ms', Math.round(process.memoryUsage().rss/1e6), 'MB')
}
