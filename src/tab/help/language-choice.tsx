import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Language, languages } from '../../language/texts.ts';
import { useApi } from '../api/api-context.tsx';
import { OneOf } from '../form/choice-fields.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

/** The language of the tab and of the cards of the person. */
export function LanguageChoice(): ReactNode {
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (language: Language) => api.call('setLanguage', { body: { language } }),
    onSuccess: (answer) => queries.setQueryData(['getMe', {}], answer),
  });
  return (
    <section className={look.surface} aria-label={words.t('help.language.title')}>
      <OneOf
        label={words.t('help.language.title')}
        hint={words.t('help.language.hint')}
        choices={languages.map((value) => ({ value, label: words.card(`language.${value}`) }))}
        value={change.isPending ? change.variables : words.language}
        onChange={(language) => change.mutate(language)}
      />
      {change.error === null ? undefined : <Failure error={change.error} />}
    </section>
  );
}
