import { useState } from 'react';
import { createKeptTexts } from '../form/kept-texts.ts';
import { type ItemForm, missingIn, type RequiredField } from './item-form.ts';

const kept = createKeptTexts();

export interface ItemEditing {
  readonly form: ItemForm;
  /** Whether it holds what an earlier visit left unsaved. */
  readonly restored: boolean;
  /** What must be filled in, once saving was tried. */
  readonly missing: readonly RequiredField[];
  change(form: ItemForm): void;
  /** Whether it is complete; shows what is missing from now on, and takes the focus to the first of it. */
  check(): boolean;
  /** The server has it, or it is not wanted any more. */
  done(): void;
}

/** What is written of an item, kept on the device under `key` until it is done. */
export function useItemForm(key: string, first: ItemForm): ItemEditing {
  const [restored] = useState(() => kept.find(key) as ItemForm | undefined);
  const [form, setForm] = useState(restored ?? first);
  const [tried, setTried] = useState(false);
  const missing = missingIn(form);
  return {
    form,
    restored: restored !== undefined,
    missing: tried ? missing : [],
    change: (next) => {
      setForm(next);
      kept.keep(key, next);
    },
    check: () => {
      setTried(true);
      const [field] = missing;
      if (field !== undefined) document.getElementById(field)?.focus();
      return missing.length === 0;
    },
    done: () => kept.forget(key),
  };
}
