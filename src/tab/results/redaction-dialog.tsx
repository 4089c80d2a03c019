import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CommentJson } from '../../api/contract/results.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { TextPart } from './hidden-parts.ts';
import { HideWords } from './hide-words.tsx';

export interface RedactionDialogProps {
  readonly comment: CommentJson;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onHide: (what: readonly TextPart[] | 'all') => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    maxHeight: '30vh',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Asks how much of a comment to hide, and says what follows. Once parts are hidden, only the rest can be. */
export function RedactionDialog({ comment, pending, error, onHide, onClose }: RedactionDialogProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const [how, setHow] = useState<'all' | 'some'>('all');
  const [parts, setParts] = useState<readonly TextPart[]>([]);
  const [tried, setTried] = useState(false);
  const nothingChosen = how === 'some' && parts.length === 0;
  const confirm = () => {
    setTried(true);
    if (!nothingChosen) onHide(how === 'all' ? 'all' : parts);
  };
  return (
    <ConfirmDialog
      open
      title={words.t('results.comments.hide.title')}
      confirm={words.t('results.comments.hide.do')}
      pending={pending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {comment.redacted === undefined ? (
        <RadioGroup
          aria-label={words.t('results.comments.hide.howMuch')}
          value={how}
          onChange={(_event, { value }) => setHow(value === 'some' ? 'some' : 'all')}
        >
          <Radio value="all" label={words.t('results.comments.hide.all')} />
          <Radio value="some" label={words.t('results.comments.hide.some')} />
        </RadioGroup>
      ) : undefined}
      {how === 'all' ? (
        <blockquote className={mergeClasses(look.quiet, styles.quote)}>{comment.text}</blockquote>
      ) : (
        <HideWords
          text={comment.text}
          parts={parts}
          onParts={setParts}
          problem={tried && nothingChosen ? words.t('results.comments.hide.nothing') : undefined}
        />
      )}
      <p className={look.text}>{words.t('results.comments.hide.text')}</p>
    </ConfirmDialog>
  );
}
