/**
 * Hears the keys of the page and of the pane in it before anything else does.
 * @param take says whether the key is taken; then nothing else hears of it
 */
export function listenForKeys(
  page: Document,
  pane: HTMLIFrameElement,
  take: (event: KeyboardEvent) => boolean,
): void {
  const hear = (event: Event): void => {
    if (!take(event as KeyboardEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // where it listens already, adding it again changes nothing
  const listen = (target: EventTarget | null): void =>
    target?.addEventListener("keydown", hear, { capture: true });
  listen(page);
  listen(pane.contentWindow);
  // another page in the pane is another window
  pane.addEventListener("load", () => listen(pane.contentWindow));
}
