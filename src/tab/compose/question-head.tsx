import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  ChevronDown20Regular,
  ChevronRight20Regular,
  Delete20Regular,
  ErrorCircle16Filled,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { headOf } from './problems.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  title: { flex: '1 1 14rem', minWidth: 0 },
  opener: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  icon: { flexShrink: 0, lineHeight: 0, paddingTop: '1px' },
  text: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  about: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  problem: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  buttons: { display: 'flex', marginInlineStart: 'auto' },
});

export interface QuestionHeadProps {
  readonly question: QuestionJson;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  /** The id of what it opens. */
  readonly bodyId: string;
  /** Something in it must be mended. */
  readonly wrong: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** What a question asks, with what can be done with it as a whole. */
export function QuestionHead(props: QuestionHeadProps): ReactNode {
  const { question, index, count, open, bodyId, wrong, onOpen, onMove, onRemove } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const number = words.number(index + 1);
  const asked = words.of(question.text).trim();
  const text = asked === '' ? words.card('composeForm.questionEmpty') : asked;
  const Chevron = open ? ChevronDown20Regular : ChevronRight20Regular;
  return (
    <div className={styles.head}>
      <h3 className={mergeClasses(look.smallHeading, styles.title)}>
        <button
          id={headOf(question.id)}
          type="button"
          aria-expanded={open}
          aria-controls={open ? bodyId : undefined}
          className={styles.opener}
          onClick={() => onOpen(!open)}
        >
          <Chevron aria-hidden="true" className={styles.icon} />
          <span>
            <span className={styles.text}>{words.card('composeForm.questionLine', { number, text })}</span>
            <span className={styles.about}>{words.card(`questionKind.${question.kind}`)}</span>
            {wrong && !open ? (
              <span className={styles.problem}>
                <ErrorCircle16Filled aria-hidden="true" />
                {words.card('composeForm.questionWrong')}
              </span>
            ) : undefined}
          </span>
        </button>
      </h3>
      <div className={styles.buttons}>
        <Small
          id={`${question.id}-up`}
          label={words.t('compose.question.up', { number })}
          icon={<ArrowUp20Regular />}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <Small
          id={`${question.id}-down`}
          label={words.t('compose.question.down', { number })}
          icon={<ArrowDown20Regular />}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <Small
          id={`${question.id}-remove`}
          label={words.t('compose.question.remove', { number })}
          icon={<Delete20Regular />}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}

interface SmallProps {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactElement;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Small({ id, label, icon, disabled = false, onClick }: SmallProps): ReactNode {
  return (
    <Tooltip content={label} relationship="label">
      <Button id={id} appearance="subtle" icon={icon} disabledFocusable={disabled} onClick={onClick} />
    </Tooltip>
  );
}
