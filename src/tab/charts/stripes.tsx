import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { chartColour } from './fills.ts';

const useStyles = makeStyles({ nowhere: { position: 'absolute', width: 0, height: 0 } });

/** Draws the stripes with which bars on the same page are filled; nothing is seen of it by itself. */
export function Stripes({ id }: { readonly id: string }): ReactNode {
  const styles = useStyles();
  return (
    <svg className={styles.nowhere} aria-hidden="true">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={chartColour} fillOpacity="0.18" />
          <rect width="3" height="6" fill={chartColour} />
        </pattern>
      </defs>
    </svg>
  );
}
