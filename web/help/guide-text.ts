/** The little of Markdown that the guide is written in. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'points' | 'steps'; items: string[] }
  | { kind: 'picture'; name: string; text: string }

export function parseGuide(source: string): { title: string; blocks: Block[] } {
  const [first = '', ...rest] = source.trim().split('\n')
  const blocks: Block[] = []
  for (const part of rest.join('\n').split(/\n{2,}|\n(?=## )|(?<=^## .*)\n/m)) {
    const text = part.trim()
    if (text === '') continue
    const picture = /^!\[(.*)\]\((.*)\)$/.exec(text)
    const lines = text.split('\n')
    if (picture) blocks.push({ kind: 'picture', text: picture[1] ?? '', name: picture[2] ?? '' })
    else if (text.startsWith('## ')) blocks.push({ kind: 'heading', text: text.slice(3) })
    else if (lines.every((line) => line.startsWith('- ')))
      blocks.push({ kind: 'points', items: lines.map((line) => line.slice(2)) })
    else if (lines.every((line) => /^\d+\. /.test(line)))
      blocks.push({ kind: 'steps', items: lines.map((line) => line.replace(/^\d+\. /, '')) })
    else blocks.push({ kind: 'paragraph', text: lines.join(' ') })
  }
  return { title: first.replace(/^# /, ''), blocks }
}

/** As searched: without the marks of bold, keys and links. */
export function plainText(block: Block): string[] {
  if (block.kind === 'picture') return []
  const texts = 'items' in block ? block.items : [block.text]
  return texts.map((text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, ''))
}
