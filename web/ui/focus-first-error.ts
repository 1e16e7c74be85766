/**
 * Whether a field of the form around holds what cannot be read; it has said so, and takes the focus. What would be sent is not what
 * stands in the field.
 */
export function stopsAtUnreadable(within: HTMLElement): boolean {
  const around = within.closest<HTMLElement>('form, dialog, .cm')
  // A part of a dialog is not held up by a form beside it.
  const part = within.closest<HTMLElement>('section')
  const field = (part && around?.contains(part) ? part : around)?.querySelector<HTMLElement>('[data-unreadable]')
  field?.focus()
  return Boolean(field)
}

/** A pressed submit goes to the first field that needs work; it is never disabled. Waits for the errors to be drawn. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
