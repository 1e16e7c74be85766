/** A pressed submit goes to the first field that needs work; it is never disabled. Waits for the errors to be drawn. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
