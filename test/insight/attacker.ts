/** Numbers that were published at the same time: how many picked each option, by cell. */
export type Published = ReadonlyMap<string, Readonly<Record<string, number>>>;

const prime = 1_000_003;

/**
 * What an attacker knows who has kept every number ever published. Each person picks options that nobody else picks,
 * another one each time they answer, named `person/time`, so the numbers say outright what each of them is a sum of.
 */
export interface Attacker {
  see(published: Published): void;
  /**
   * For each option whose numbers moved since the look before: the persons whose new options moved in just the same
   * numbers. Nothing can tell the one from the others.
   */
  movedWith(): ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether some sum of published numbers, each taken any number of times, tells of these persons and nobody else. */
  canSolve(persons: ReadonlySet<string>): boolean;
}

export function createAttacker(options: readonly string[]): Attacker {
  const looks: Published[] = [];
  const personOf = (option: string) => option.split('/')[0] ?? '';
  /** The equations that the attacker has, without those that follow from others; `0` stands for no one. */
  let equations: number[][] = [];

  const numberIn = (look: Published | undefined, cell: string, option: string) => look?.get(cell)?.[option] ?? 0;

  return {
    see(published) {
      looks.push(published);
      const rows = [...published.values()].map((counts) => options.map((option) => counts[option] ?? 0));
      equations = reduced([...equations, ...rows]);
    },

    movedWith() {
      const [before, now] = [looks.at(-2), looks.at(-1)];
      const cells = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])];
      const moves = options.flatMap((option) => {
        const by = cells.map((cell) => numberIn(now, cell, option) - numberIn(before, cell, option));
        return by.every((number) => number === 0) ? [] : [{ option, by, where: by.map(Math.abs).join() }];
      });
      const news = moves.filter(({ by }) => by.every((number) => number >= 0));
      return new Map(
        moves.map(({ option, where }) => [
          option,
          new Set(news.filter((other) => other.where === where).map((other) => personOf(other.option))),
        ]),
      );
    },

    canSolve(persons) {
      const others = equations.map((row) => row.filter((_, index) => !persons.has(personOf(options[index] ?? ''))));
      return reduced(others).length < equations.length;
    },
  };
}

/** The rows of a matrix in echelon form, modulo a prime; as many as its rank. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const basis: { readonly at: number; readonly row: number[] }[] = [];
  for (const start of rows) {
    const row = start.map((number) => ((number % prime) + prime) % prime);
    for (const { at, row: other } of basis) {
      const times = row[at] ?? 0;
      if (times !== 0) for (let k = at; k < row.length; k += 1) row[k] = mod((row[k] ?? 0) - times * (other[k] ?? 0));
    }
    const at = row.findIndex((number) => number !== 0);
    if (at === -1) continue;
    const scale = inverse(row[at] ?? 1);
    basis.push({ at, row: row.map((number) => mod(number * scale)) });
    basis.sort((one, other) => one.at - other.at);
  }
  return basis.map(({ row }) => row);
}

function mod(number: number): number {
  return ((number % prime) + prime) % prime;
}

function inverse(number: number): number {
  let [result, base, exponent] = [1, number, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = mod(result * base);
    base = mod(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
