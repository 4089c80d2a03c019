import { Temporal } from 'temporal-polyfill';

/** The product is not older, so nothing in it is. YYYY-MM. */
const firstMonth = '2026-01';

/** Every month (`YYYY-MM`, UTC) from an instant back to the first of the product, newest first. */
export function monthsBackFrom(instant: Date): readonly string[] {
  const last = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toPlainYearMonth();
  const { months } = Temporal.PlainYearMonth.from(firstMonth).until(last, { largestUnit: 'months' });
  return Array.from({ length: Math.max(0, months + 1) }, (_, back) => last.subtract({ months: back }).toString());
}
