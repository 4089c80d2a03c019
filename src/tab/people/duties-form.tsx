import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { PersonDetail } from '../../api/contract/people.ts';
import { Announced } from '../shell/announced.tsx';
import { useAreaName } from '../shell/area-name.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { narrow, useLook } from '../shell/look.ts';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { nameOfPerson } from './about-person.ts';
import { Described } from './described.tsx';
import { changesOf, sameDuties, withArea } from './duties-change.ts';
import { useDutiesChange } from './use-duties-change.ts';

export interface DutiesFormProps {
  readonly detail: PersonDetail;
  /** Reads the person again. */
  readonly refetch: () => Promise<PersonDetail | undefined>;
}

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  areas: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    [narrow]: { gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))' },
  },
});

/** Changes what somebody may do, after it was said what that means. */
export function DutiesForm({ detail, refetch }: DutiesFormProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const areas = useAreas();
  const nameOf = useAreaName();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const change = useDutiesChange(detail, refetch, () => setAsking(false));
  const { before, wanted, want, outcome, pending } = change;
  const { person } = detail;
  const name = nameOfPerson(person, words);
  const isMe = person.id === me.id;
  const changes = changesOf(before, wanted, nameOf, words);
  return (
    <>
      <Announced>
        {outcome === undefined ? undefined : (
          <MessageBar intent={outcome === 'saved' ? 'success' : 'warning'} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{words.t(`people.duties.${outcome}.title`)}</MessageBarTitle>
              {words.t(`people.duties.${outcome}.text`, { name })}
            </MessageBarBody>
          </MessageBar>
        )}
      </Announced>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.t('people.duties.leads')}</legend>
        <p className={look.quiet}>{words.t('people.duties.leadsMeans')}</p>
        <div className={styles.areas}>
          {areas.map(({ slug, name: areaName }) => (
            <Checkbox
              key={slug}
              label={words.of(areaName)}
              checked={wanted.leads.includes(slug)}
              onChange={(_event, { checked }) => want(withArea(wanted, slug, checked === true))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.t('people.duties.forAll')}</legend>
        <Described text={words.t('people.duties.ownerMeans')}>
          {(id) => (
            <Checkbox
              aria-describedby={id}
              label={words.t('people.duties.owner')}
              checked={wanted.roadmapOwner}
              onChange={(_event, { checked }) => want({ ...wanted, roadmapOwner: checked === true })}
            />
          )}
        </Described>
        <Described text={words.t(isMe ? 'people.duties.notYourOwn' : 'people.duties.administratorMeans')}>
          {(id) => (
            <Checkbox
              aria-describedby={id}
              label={words.t('people.duties.administrator')}
              checked={wanted.administrator}
              disabled={isMe}
              onChange={(_event, { checked }) => want({ ...wanted, administrator: checked === true })}
            />
          )}
        </Described>
      </fieldset>
      <div className={look.row}>
        <Button appearance="primary" disabledFocusable={sameDuties(before, wanted)} onClick={() => setAsking(true)}>
          {words.t('people.duties.save')}
        </Button>
        {sameDuties(before, wanted) ? undefined : (
          <Button onClick={() => want(before)}>{words.t('people.duties.undo')}</Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={words.t('people.duties.confirm', { name })}
        confirm={words.t('people.duties.save')}
        pending={pending}
        error={change.error}
        onConfirm={change.save}
        onClose={() => {
          change.forgetError();
          setAsking(false);
        }}
      >
        <ul className={look.text}>
          {changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}
