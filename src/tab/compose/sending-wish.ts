import type { SendingWishJson } from '../../api/contract/content.ts';

/** What a kind of wish starts with. */
export function firstWish(kind: SendingWishJson['kind']): SendingWishJson {
  switch (kind) {
    case 'next-hours':
      return { kind };
    case 'at':
      return { kind, date: '', time: '10:00' };
    case 'urgent':
      return { kind, because: '' };
  }
}

/** Whether nothing of it is missing, so that it can be kept. A year is typed from its left: 0002, 0020, 0202, 2027. */
export function isWhole(wish: SendingWishJson): boolean {
  switch (wish.kind) {
    case 'next-hours':
      return true;
    case 'at':
      return wish.date >= '2000' && wish.time !== '';
    case 'urgent':
      return wish.because.trim() !== '';
  }
}

export function sameWish(one: SendingWishJson, other: SendingWishJson): boolean {
  if (one.kind === 'at' && other.kind === 'at') return one.date === other.date && one.time === other.time;
  if (one.kind === 'urgent' && other.kind === 'urgent') return one.because === other.because;
  return one.kind === other.kind;
}
