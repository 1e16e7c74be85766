import { useId, type ReactNode } from 'react'

/** One setting: what is chosen on the left, what follows from it on the right. */
export function Choice({ title, effect, children }: { title: string; effect: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="sec choice" aria-labelledby={id}>
      <div className="sec-h">
        <h2 id={id}>{title}</h2>
      </div>
      <div className="choice-b">
        <div>{children}</div>
        <p className="ink2" aria-live="polite">
          {effect}
        </p>
      </div>
    </section>
  )
}
