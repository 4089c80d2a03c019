import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  question: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} 0`,
    ':not(:first-child)': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
});

export interface QuestionBankDialogProps {
  readonly onChoose: (question: QuestionJson) => void;
  readonly onClose: () => void;
}

/** Ready-made questions, complete in both languages. */
export function QuestionBankDialog({ onChoose, onClose }: QuestionBankDialogProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const read = useRead('listQuestions', {});
  const groups = Map.groupBy(read.data?.value.questions ?? [], ({ heading }) => heading.en);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.t('compose.bank.title')}</DialogTitle>
          <DialogContent className={look.stack}>
            {read.error === null ? (
              read.isPending && <Loading />
            ) : (
              <Failure error={read.error} retry={() => void read.refetch()} />
            )}
            {[...groups.values()].map((banked) => (
              <section key={banked[0]?.id}>
                <h3 className={look.smallHeading}>{words.of(banked[0]?.heading ?? { en: '' })}</h3>
                <ul className={look.list}>
                  {banked.map(({ id, question }) => (
                    <li key={id} className={styles.question}>
                      <div>
                        {words.of(question.text)}
                        <div className={look.quiet}>{words.card(`questionKind.${question.kind}`)}</div>
                      </div>
                      <Button
                        aria-label={words.t('compose.bank.addThis', { question: words.of(question.text) })}
                        onClick={() => {
                          onChoose(question);
                          onClose();
                        }}
                      >
                        {words.t('compose.bank.add')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.t('compose.bank.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
