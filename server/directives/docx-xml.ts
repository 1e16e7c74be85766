import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** One element of a part of a document. Names of the word-processing namespace begin with `w:` whatever the file calls it. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly XmlNode[]
  /** The text directly inside, only where there are no child elements. */
  text: string
}

/** Transitional and strict (ISO/IEC 29500-1 and -4). */
const WORD_NAMESPACE =
  /xmlns(?::(\w+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/g
/** Deeper than nested tables and text boxes go, and far from the end of the stack. */
const MAX_DEPTH = 500
const ROOT_SEARCH_CHARS = 20_000

/**
 * Fonts and sizes of a run, which are two thirds of a typical document and say nothing about its text; those that hide, insert
 * or delete are kept. Without them a document is read three times as fast.
 */
const APPEARANCE =
  /<w:rPr>(?:<w:(?!rPr|vanish|ins|del|move)[^<>]*>|<\/w:(?!rPr)\w+>|<w1[45]:\w+[^<>]*\/>|\s)*<\/w:rPr>|<w:lang [^<>]*\/>| w:rsid\w*="\w*"/g

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
  // Without it numeric references such as &#x110; stay undecoded; named ones do no harm.
  htmlEntities: true,
  maxNestedTags: MAX_DEPTH,
})

type Raw = Record<string, unknown>

/** The root element of a part, or undefined when the part is not well-formed or declares entities of its own. */
export function parseXml(bytes: Uint8Array): XmlNode | undefined {
  const xml = decode(bytes)
  if (xml === undefined || /<!DOCTYPE/i.test(xml) || XMLValidator.validate(xml) !== true) return undefined
  const prefixes = new Set(
    [...xml.slice(0, ROOT_SEARCH_CHARS).matchAll(WORD_NAMESPACE)].map(([, prefix = '']) => prefix),
  )
  const canonical = (name: string, isAttribute = false) => {
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? '' : name.slice(0, colon)
    // An attribute without a prefix is in no namespace.
    return prefixes.has(prefix) && !(isAttribute && colon < 0) ? `w:${name.slice(colon + 1)}` : name
  }
  try {
    const [root] = (parser.parse(prefixes.has('w') ? xml.replace(APPEARANCE, '') : xml) as Raw[]).filter(
      (raw) => nameOf(raw) !== '#text',
    )
    return root === undefined ? undefined : node(root, canonical)
  } catch {
    return undefined
  }
}

export function child(parent: XmlNode | undefined, name: string): XmlNode | undefined {
  return parent?.children.find((node) => node.name === name)
}

export function childrenOf(parent: XmlNode | undefined, name: string): XmlNode[] {
  return parent?.children.filter((node) => node.name === name) ?? []
}

/** The attribute of a child element, mostly `w:val`. */
export function valueOf(parent: XmlNode | undefined, name: string, attribute = 'w:val'): string | undefined {
  return child(parent, name)?.attributes[attribute]
}

/** A property that stands for itself: present and not switched off (ISO/IEC 29500-1, 17.17.4). */
export function isOn(parent: XmlNode | undefined, name: string): boolean {
  const found = child(parent, name)
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true')
}

function decode(bytes: Uint8Array): string | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(utf16, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function nameOf(raw: Raw): string {
  for (const key in raw) if (key !== ':@') return key
  return '#text'
}

function node(raw: Raw, canonical: (name: string, isAttribute?: boolean) => string): XmlNode {
  const name = nameOf(raw)
  const content = raw[name] as Raw[]
  const children: XmlNode[] = []
  let text = ''
  for (const item of content) {
    if ('#text' in item) text += String(item['#text'])
    else children.push(node(item, canonical))
  }
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries((raw[':@'] as Raw | undefined) ?? {}))
    attributes[canonical(key, true)] = String(value)
  return { name: canonical(name), attributes, children, text: children.length === 0 ? text : '' }
}
