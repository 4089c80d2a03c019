import { Button, Field, mergeClasses, Textarea } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Announced } from '../shell/announced.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { placeIn, type TextPart, withoutParts, withPart } from './hidden-parts.ts';

export interface HideWordsProps {
  readonly text: string;
  readonly parts: readonly TextPart[];
  readonly onParts: (parts: readonly TextPart[]) => void;
  /** What is missing. */
  readonly problem?: string | undefined;
}

/** Chooses words of a text by selecting them, with the mouse or the keyboard, and shows how it will read without them. */
export function HideWords({ text, parts, onParts, problem }: HideWordsProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const [selected, setSelected] = useState<TextPart>({ from: 0, to: 0 });
  const unchangeable = useUnchangeable();
  return (
    <>
      <div ref={unchangeable}>
        <Field
          label={words.t('results.comments.hide.select')}
          {...(problem === undefined ? {} : { validationMessage: problem })}
        >
          <Textarea
            defaultValue={text}
            textarea={{ rows: 4, inputMode: 'none', spellCheck: false, 'aria-readonly': true }}
            resize="vertical"
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              setSelected({ from: placeIn(text, selectionStart), to: placeIn(text, selectionEnd) })
            }
          />
        </Field>
      </div>
      <div className={look.row}>
        <Button onClick={() => onParts(withPart(parts, selected))}>{words.t('results.comments.hide.selected')}</Button>
        {parts.length === 0 ? undefined : (
          <Button appearance="subtle" onClick={() => onParts([])}>
            {words.t('results.comments.hide.again')}
          </Button>
        )}
      </div>
      <Announced>
        {parts.length === 0 ? undefined : (
          <>
            <p className={look.text}>{words.t('results.comments.hide.reads')}</p>
            <p className={mergeClasses(look.text, look.quiet)}>{withoutParts(text, parts)}</p>
          </>
        )}
      </Announced>
    </>
  );
}

/**
 * For what is around a field that takes no changes, and yet has a caret, which one that is `readonly` has not in
 * Chromium: without it nothing can be selected there with the keyboard.
 */
function useUnchangeable() {
  const aroundRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const around = aroundRef.current;
    const refuse = (event: Event) => event.preventDefault();
    around?.addEventListener('beforeinput', refuse);
    return () => around?.removeEventListener('beforeinput', refuse);
  }, []);
  return aroundRef;
}
