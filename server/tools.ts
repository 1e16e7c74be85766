/** Programs of the machine that do what this package does not; each is used when it is installed. */
export interface Tools {
  /** Tesseract with Vietnamese: the words on the picture of a page. */
  recognise?: ((png: Uint8Array) => Promise<string>) | undefined
  /** LibreOffice: a .doc as .docx. */
  toDocx?: ((doc: Uint8Array) => Promise<Uint8Array>) | undefined
}
