import { z } from 'zod'
import { PlainDate } from '#core/kernel/plain-date.ts'

/** What reading proposes about one text. Every offset counts UTF-16 units in `text` (NFC), so `text.slice(start, end) === quote`. */

export const TextSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type TextSpan = z.infer<typeof TextSpan>

export const Evidence = z.object({ field: z.string(), rule: z.string() })
export type Evidence = z.infer<typeof Evidence>

export const PassageKind = z.enum([
  'part',
  'chapter',
  'section',
  'article',
  'clause',
  'point',
  'dash',
  'paragraph',
  'heading',
  'table-row',
])
export type PassageKind = z.infer<typeof PassageKind>

export const Passage = z.object({
  id: z.string(),
  kind: PassageKind,
  /** As announced: "5", "II", "a", "-"; empty for a plain paragraph. */
  label: z.string(),
  /** As Vietnamese lawyers cite it: "điểm a khoản 2 Điều 5"; empty where nothing above is numbered. */
  citation: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  level: z.int().nonnegative(),
  parent: z.string().nullable(),
})
export type Passage = z.infer<typeof Passage>

export const DeadlineKind = z.enum(['by', 'in-period', 'recurring', 'immediate'])
export type DeadlineKind = z.infer<typeof DeadlineKind>

export const ProposedDeadline = z.object({
  text: z.string(),
  kind: DeadlineKind,
  /** The day as written, or the last day of the period; null where it hangs on an event, recurs or is vague. */
  iso: PlainDate.nullable(),
  rule: z.string().optional(),
  event: z.string().optional(),
  /** "14:00" where an hour is named. */
  hour: z.string().optional(),
  /** First and last day of a span of days. */
  start: PlainDate.optional(),
  end: PlainDate.optional(),
})
export type ProposedDeadline = z.infer<typeof ProposedDeadline>

export const Missing = z.enum(['lead', 'deliverable', 'deadline', 'measure'])
export type Missing = z.infer<typeof Missing>

/** `named-above`: "các tỉnh, thành phố nêu trên" are some of the group, and the text says elsewhere which. */
export const CommitmentFlag = z.enum(['two-leads', 'named-above'])
export type CommitmentFlag = z.infer<typeof CommitmentFlag>

export const ProposedCommitment = z.object({
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Id of the passage in which the quote begins. */
  passage: z.string().nullable(),
  lead: z.array(z.string()),
  cooperating: z.array(z.string()),
  monitor: z.array(z.string()),
  action: z.string(),
  deliverable: z.string().nullable(),
  deadline: ProposedDeadline.nullable(),
  exhortation: z.boolean(),
  conditional: z.boolean(),
  restatement: z.boolean(),
  lead_in_quote: z.boolean(),
  deadline_in_quote: z.boolean(),
  confidence: z.number().min(0).max(1),
  missing: z.array(Missing),
  flags: z.array(CommitmentFlag),
  spans: z.object({
    lead: z.array(TextSpan),
    cooperating: z.array(TextSpan),
    monitor: z.array(TextSpan),
    action: TextSpan,
    deadline: TextSpan.nullable(),
    deliverable: TextSpan.nullable(),
  }),
  evidence: z.array(Evidence),
})
export type ProposedCommitment = z.infer<typeof ProposedCommitment>

export const TargetDirection = z.enum(['increase', 'decrease', 'reach', 'maintain'])
export type TargetDirection = z.infer<typeof TargetDirection>

export const Comparator = z.enum(['>=', '<=', '=', '>', '<'])
export type Comparator = z.infer<typeof Comparator>

export const ProposedTarget = z.object({
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  passage: z.string().nullable(),
  indicator: z.string(),
  direction: TargetDirection,
  comparator: Comparator.nullable(),
  value: z.number(),
  /** Upper end of a range. */
  value_max: z.number().nullable(),
  unit: z.string(),
  baseline: z.string().nullable(),
  /** A day, or words ("nhiệm kỳ 2020-2025"), or null. */
  due: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  spans: z.object({
    indicator: TextSpan.nullable(),
    value: TextSpan,
    baseline: TextSpan.nullable(),
    due: TextSpan.nullable(),
  }),
  evidence: z.array(Evidence),
})
export type ProposedTarget = z.infer<typeof ProposedTarget>

function found<T extends z.ZodType>(value: T) {
  return z.object({ value, span: TextSpan }).nullable()
}

export const SigningAuthority = z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q'])
export type SigningAuthority = z.infer<typeof SigningAuthority>

/** `purpose` as noted beside the name: "để b/c". */
export const Recipient = z.object({ name: z.string(), purpose: z.string().nullable(), span: TextSpan })
export type Recipient = z.infer<typeof Recipient>

export const RelationKind = z.enum(['answers', 'replaces', 'amends', 'implements', 'cites'])
export type RelationKind = z.infer<typeof RelationKind>

/** What this document does to another one; the span holds the whole reference, type, symbol and date. */
export const Relation = z.object({ kind: RelationKind, symbol: z.string(), date: PlainDate.nullable(), span: TextSpan })
export type Relation = z.infer<typeof Relation>

export const Metadata = z.object({
  symbol: found(z.string()),
  number: found(z.string()),
  notation: found(z.string()),
  type: found(z.string()),
  issuer: found(z.string()),
  place: found(z.string()),
  issuedOn: found(PlainDate),
  subject: found(z.string()),
  signer: z
    .object({
      name: z.string(),
      position: z.string(),
      /** As written: "KT. BỘ TRƯỞNG". */
      authority: z.string().nullable(),
      /** In their order: "TM. ỦY BAN NHÂN DÂN" above "KT. CHỦ TỊCH" is TM and KT. */
      authorities: z.array(SigningAuthority),
      /** Police and army: "Thượng tướng". */
      rank: z.string().nullable(),
      span: TextSpan,
    })
    .nullable(),
  urgency: found(z.enum(['khẩn', 'thượng khẩn', 'hỏa tốc'])),
  /** Behind "Kính gửi:". */
  addressees: z.array(Recipient),
  /** Behind "Nơi nhận:", without "Như trên" and the archive. */
  recipients: z.array(Recipient),
  /** Each document named in the text once, with the closest relation that the text gives it. */
  relations: z.array(Relation),
})
export type Metadata = z.infer<typeof Metadata>

export const Reading = z.object({
  file: z.string().optional(),
  metadata: Metadata,
  text: z.string(),
  passages: z.array(Passage),
  commitments: z.array(ProposedCommitment),
  targets: z.array(ProposedTarget),
})
export type Reading = z.infer<typeof Reading>
