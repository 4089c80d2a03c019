/** A text below an axis needs about so much room, in CSS pixels. */
const textWidth = 72;

/** Which of `count` places, from 1, bear a text on an axis of this width: evenly apart, and always the last. */
export function placesNamed(count: number, width: number): readonly number[] {
  const most = Math.max(1, Math.floor(width / textWidth));
  const apart = Math.ceil(count / most);
  return Array.from({ length: count }, (_, index) => index + 1).filter((place) => (count - place) % apart === 0);
}
