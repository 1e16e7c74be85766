/** Axis = today: a solid bar to the right is days over, an outlined one to the left is days left; 75 days fill the side. */
export function LatenessBar({ overdueDays, daysLeft }: { overdueDays?: number; daysLeft?: number }) {
  const over = (Math.min(overdueDays ?? 0, 75) / 75) * 36
  const left = (Math.min(daysLeft ?? 0, 75) / 75) * 24
  return (
    <svg className="late-bar" width="62" height="14" viewBox="0 0 62 14" aria-hidden="true">
      <path d="M0 11.5H62" stroke="var(--line)" />
      <path d="M26 1V13" stroke="var(--ink-3)" />
      {overdueDays === undefined ? null : (
        <rect x="26" y="3.5" width={Math.max(over, 1.5)} height="6" fill="var(--over)" />
      )}
      {daysLeft === undefined ? null : (
        <rect
          x={26 - Math.max(left, 1)}
          y="4"
          width={Math.max(left, 1)}
          height="5"
          fill="var(--surface)"
          stroke="var(--open)"
          strokeWidth="1.2"
        />
      )}
    </svg>
  )
}
