import { z } from 'zod'

/** What was done, or could not be done, to get the words of an original; the reader is told. */
export const IntakeNote = z.enum([
  /** The text was in TCVN3 (ABC) or VNI and is now in Unicode. */
  'decoded_tcvn3',
  'decoded_vni',
  /** TCVN3 keeps capitals in the font, which is not known: some were guessed, some may be missing. */
  'capitals_lost',
  /** Some pages of a PDF are pictures and were not read. */
  'pages_without_text',
  /** A scan, a photograph, a format that is not read: the words are to be typed. */
  'text_to_type',
  /** The letters are drawn, but the file does not say which they are; so they too are to be typed. */
  'letters_unknown',
  /** A .doc, converted by LibreOffice. */
  'converted',
])
export type IntakeNote = z.infer<typeof IntakeNote>
