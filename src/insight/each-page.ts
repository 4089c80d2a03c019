/** Acts on the ids of one page after another, as `read` gives them: those after the page named by `after`. */
export async function eachPage(
  read: (after: string | undefined) => Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>,
  act: (ids: readonly string[]) => Promise<unknown>,
): Promise<void> {
  let after: string | undefined;
  do {
    const { ids, next } = await read(after);
    await act(ids);
    after = next;
  } while (after !== undefined);
}
