const sevenDays = 7 * 24 * 60 * 60;

/** Rounded up. Throws RangeError outside what Azure Storage Queues allow, which is at most 7 days. */
export function wholeSeconds(seconds: number, least: number): number {
  const whole = Math.ceil(seconds);
  if (!(whole >= least && whole <= sevenDays)) throw new RangeError(`${seconds} s is not within ${least} s and 7 days`);
  return whole;
}
