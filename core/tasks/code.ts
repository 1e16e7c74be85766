/** The number under which people speak of a task: `NV-0297` (nhiệm vụ). */
export function taskCode(number: number): string {
  return `NV-${String(number).padStart(4, '0')}`
}

/** `NV-0297.04`: the fourth assignment of task 297. */
export function assignmentCode(number: number, ordinal: number): string {
  return `${taskCode(number)}.${String(ordinal).padStart(2, '0')}`
}
