/** The chapters in Vietnamese as Markdown, by file. */
export const texts = import.meta.glob<string>('./vi/*.md', { query: '?raw', import: 'default', eager: true })
