/** The mark of the product: its own line in small. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      <path
        d="M2 16.5C7 16.5 6.5 5.5 11 5.5S15.5 11 20 11"
        fill="none"
        stroke="var(--cham)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <rect x="0.2" y="14.2" width="4.6" height="4.6" fill="var(--cham)" />
      <circle cx="11" cy="5.5" r="2.9" fill="var(--bg)" stroke="var(--cham)" strokeWidth="2" />
      <circle cx="19" cy="11" r="2.6" fill="var(--cham)" />
    </svg>
  )
}
