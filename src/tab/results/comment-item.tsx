import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular, EyeOff16Regular } from '@fluentui/react-icons';
import { memo, type ReactNode, type Ref } from 'react';
import type { CommentJson } from '../../api/contract/results.ts';
import { useAreaName } from '../shell/area-name.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

export interface CommentItemProps {
  readonly comment: CommentJson;
  /** It is being hidden or brought back. */
  readonly pending: boolean;
  readonly onHide: (comment: CommentJson) => void;
  readonly onBringBack: (comment: CommentJson) => void;
  /** The first of those that came last. */
  readonly itemRef?: Ref<HTMLLIElement> | undefined;
}

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalL} 0`,
    ':not(:first-child)': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  words: { flex: '1 1 20rem', minWidth: 0 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What somebody wrote, and a way to hide it from what is shared or to bring it back. */
export const CommentItem = memo(function CommentItem(props: CommentItemProps): ReactNode {
  const { comment, pending, onHide, onBringBack, itemRef } = props;
  const { id, text, name, area, redacted } = comment;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const textId = `comment-${id}`;
  const whose = [...(name === undefined ? [] : [name]), ...(area === undefined ? [] : [nameOf(area)])].join(', ');
  return (
    <li ref={itemRef} tabIndex={-1} className={styles.item}>
      <div className={styles.words}>
        {redacted === undefined ? undefined : (
          <p className={look.quiet}>
            {words.t(redacted.parts === undefined ? 'results.comments.hiddenAt' : 'results.comments.partlyHiddenAt', {
              moment: words.moment(redacted.at),
            })}
          </p>
        )}
        {text === '' ? undefined : (
          <p id={textId} className={mergeClasses(look.text, styles.text)}>
            {text}
          </p>
        )}
        {whose === '' ? undefined : <p className={look.quiet}>{whose}</p>}
      </div>
      <div className={look.row}>
        {redacted === undefined ? undefined : (
          <Button
            size="small"
            icon={<ArrowUndo16Regular />}
            disabledFocusable={pending}
            onClick={() => onBringBack(comment)}
            aria-describedby={textId}
          >
            {words.t('results.comments.bringBack')}
          </Button>
        )}
        {redacted !== undefined && redacted.parts === undefined ? undefined : (
          <Button
            size="small"
            appearance="subtle"
            icon={<EyeOff16Regular />}
            disabledFocusable={pending}
            onClick={() => onHide(comment)}
            aria-describedby={textId}
          >
            {words.t('results.comments.hide.open')}
          </Button>
        )}
      </div>
    </li>
  );
});
