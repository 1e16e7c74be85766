import type { ReactNode } from 'react'
import { miniLine, type MiniNode } from '#core/tasks/mini-thread.ts'
import { Figure } from '#web/tasks/figure.tsx'

/** The throughline in a table row: sentence, task, assignment, report, evidence, confirmation (DESIGN.md, section 9). */
export function MiniThread({ nodes, label }: { nodes: readonly MiniNode[]; label: string }) {
  return (
    <Figure className="tl-mini" viewBox="0 0 113 16" label={label}>
      {nodes.slice(1).map((node, index) => {
        const before = nodes[index]
        return before === undefined ? null : (
          <Segment key={node.stage} line={miniLine(before, node)} from={4 + index * 21} />
        )
      })}
      {nodes.map((node, index) => (
        <g key={node.stage}>{draw(node, 4 + index * 21)}</g>
      ))}
    </Figure>
  )
}

function Segment({ line, from }: { line: ReturnType<typeof miniLine>; from: number }) {
  const start = from + 4
  const end = from + 17
  switch (line) {
    case 'solid':
      return <path className="s" d={`M${start} 8H${end}`} />
    case 'dashed':
      return <path className="d" d={`M${start} 8H${end}`} />
    case 'waiting':
      return <path className="w" d={`M${start} 8H${end}`} />
    case 'cut':
      return (
        <>
          <path className="s" d={`M${start} 8H${start + 3}`} />
          <path className="br" d={`M${start + 4} 11.5 ${start + 6.5} 4.5M${start + 7} 11.5 ${start + 9.5} 4.5`} />
          <path className="w" d={`M${start + 10} 8H${end}`} />
        </>
      )
  }
}

function draw(node: MiniNode, x: number): ReactNode {
  if (node.state === 'ahead' || node.state === 'missed') return <circle className="z" cx={x} cy="8" r="1.8" />
  const tone = node.state === 'struck' ? 'x' : node.state === 'done' ? 'n' : 'h'
  switch (node.stage) {
    case 'sentence':
      return <path className={tone} d={`M${x - 1.5} 3h3v10h-3z`} />
    case 'task':
      return <rect className={tone} x={x - 3.5} y="4.5" width="7" height="7" />
    case 'issue':
      return (
        <path
          className={`fork ${tone}`}
          d={`M${x - 4} 8H${x + 4}M${x - 1.5} 8V3.2H${x + 4}M${x - 1.5} 8V12.8H${x + 4}`}
        />
      )
    case 'reports':
      return <circle className={tone} cx={x} cy="8" r="3.6" />
    case 'evidence':
      return <path className={tone} d={`M${x} 3.6 ${x + 4.4} 8 ${x} 12.4 ${x - 4.4} 8Z`} />
    case 'decision':
      return (
        <>
          <circle className={tone} cx={x} cy="8" r="4" />
          {node.state === 'done' ? <circle cx={x} cy="8" r="1.6" fill="var(--surface)" /> : null}
        </>
      )
  }
}
