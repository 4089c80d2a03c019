import { tokens } from '@fluentui/react-components';

/** How a bar, or a part of one, is filled: told apart by its pattern as well as by its colour, in every theme. */
export const fills = ['solid', 'striped', 'grey'] as const;
export type Fill = (typeof fills)[number];

/** The colour of bars and lines. */
export const chartColour = tokens.colorCompoundBrandBackground;

/** What SVG takes as `fill`; the stripes are those that `Stripes` draws under the id. */
export function paintOf(fill: Fill, stripesId: string): string {
  switch (fill) {
    case 'solid':
      return chartColour;
    case 'striped':
      return `url(#${stripesId}) ${chartColour}`;
    case 'grey':
      return tokens.colorNeutralForeground3;
  }
}
