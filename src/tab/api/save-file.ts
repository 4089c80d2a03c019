const readAfterMs = 60_000;

/** Gives a file to the person, who finds it among what they downloaded. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the file a little later.
  setTimeout(() => URL.revokeObjectURL(address), readAfterMs);
}
