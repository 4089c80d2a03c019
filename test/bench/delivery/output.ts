/** A line of JSON for one figure. */
export function printFigure(figure: string, values: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values })}\n`);
}

/** What a part comes to, for people. */
export function printSentence(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** A line about how far a part is, out of the way of the figures. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
