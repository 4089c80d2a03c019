import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useLook } from '../shell/look.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, maxWidth: '68ch' },
  item: { paddingBottom: tokens.spacingVerticalXS },
});

export interface ProseProps {
  readonly title: string;
  /** Paragraphs, with a line break between; those that begin with a hyphen are the points of a list. */
  readonly text: string;
}

/** A section of running text. */
export function Prose({ title, text }: ProseProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const headingId = useId();
  const lines = text.split('\n');
  const points = lines.filter(isPoint);
  const before = lines.slice(0, lines.findIndex(isPoint) === -1 ? lines.length : lines.findIndex(isPoint));
  const after = lines.slice(lines.findLastIndex(isPoint) + 1 || lines.length);
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId} className={look.heading}>
        {title}
      </h2>
      <Paragraphs lines={before} />
      {points.length === 0 ? undefined : (
        <ul className={styles.list}>
          {points.map((point) => (
            <li key={point} className={styles.item}>
              {point.slice(2)}
            </li>
          ))}
        </ul>
      )}
      <Paragraphs lines={after} />
    </section>
  );
}

function Paragraphs({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const look = useLook();
  return lines.map((line) => (
    <p key={line} className={look.text}>
      {line}
    </p>
  ));
}

function isPoint(line: string): boolean {
  return line.startsWith('- ');
}
