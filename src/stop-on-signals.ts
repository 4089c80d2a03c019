/** Stops in good order at the first SIGINT or SIGTERM, and at once at the second. */
export function stopOnSignals(of: NodeJS.Process, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) of.exit(1);
    stopping = true;
    stop().then(
      () => of.exit(0),
      (error: unknown) => {
        of.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        of.exit(1);
      },
    );
  };
  of.on('SIGINT', onSignal);
  of.on('SIGTERM', onSignal);
}
