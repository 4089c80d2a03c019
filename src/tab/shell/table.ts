import { makeStyles, tokens } from '@fluentui/react-components';

/** How tables look: lines between the rows, numbers under each other. */
export const useTable = makeStyles({
  /** Around a table that may be wider than the page. */
  frame: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      textAlign: 'start',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      verticalAlign: 'middle',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th:first-child, & td:first-child': { paddingLeft: 0 },
    '& th:last-child, & td:last-child': { paddingRight: 0 },
    '& thead th': { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, verticalAlign: 'bottom' },
    '& tbody tr': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  number: { textAlign: 'end !important' as 'end' },
  strong: { fontWeight: `${tokens.fontWeightSemibold} !important` as 'bold' },
});
