import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

// Where there is nothing to say it takes no room, but is there, as screen readers need it to be.
const useStyles = makeStyles({ announced: { ':empty': { position: 'absolute' } } });

/** Says what is in it as soon as it changes; undefined while there is nothing to say. */
export function Announced({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div role="status" className={useStyles().announced}>
      {children}
    </div>
  );
}
