/** Takes the focus to the first of these elements that is there once the page is drawn anew. */
export function focusLater(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    ids
      .map((id) => document.getElementById(id))
      .find((element) => element !== null)
      ?.focus();
  });
}
