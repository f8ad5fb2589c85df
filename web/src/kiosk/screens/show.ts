/** Opens and closes the native dialogs as the state says; the browser moves the focus in and back. */

/** Shows `dialog` modally, or closes it; does nothing when it already is so. */
export function show(dialog: HTMLDialogElement, open: boolean): void {
  if (open === dialog.open) return;
  if (open) dialog.showModal();
  else dialog.close();
}
