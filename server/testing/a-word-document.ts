import { Document, Packer, Paragraph, type Table } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

type Options = Omit<ConstructorParameters<typeof Document>[0], 'sections'>

/** A Word document as the docx package writes it. */
export async function aWordDocument(children: (Paragraph | Table)[], options: Options = {}): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ ...options, sections: [{ children }] }))
}

/** The document with its parts changed, as another program might have written them. */
export function changedParts(
  docx: Uint8Array,
  change: (parts: Zippable, xml: (name: string) => string) => void,
): Uint8Array {
  const parts: Zippable = unzipSync(docx)
  change(parts, (name) => strFromU8(parts[name] as Uint8Array))
  return zipSync(parts)
}

/** A document whose body, and numbering when given, is written by hand. */
export async function aWordDocumentOf(body: string, numbering?: string): Promise<Uint8Array> {
  return changedParts(await aWordDocument([new Paragraph('x')]), (parts, xml) => {
    parts['word/document.xml'] = strToU8(
      xml('word/document.xml').replace(/<w:body>.*<\/w:body>/s, () => `<w:body>${body}</w:body>`),
    )
    if (numbering !== undefined) {
      parts['word/numbering.xml'] = strToU8(
        `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${numbering}</w:numbering>`,
      )
    }
  })
}
