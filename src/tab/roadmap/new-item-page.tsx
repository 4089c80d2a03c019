import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useApi } from '../api/api-context.tsx';
import { newIdempotencyKey } from '../api/route-call.ts';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { NotForYou } from '../shell/not-for-you.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { ItemFields } from './item-fields.tsx';
import { emptyItem, idOf, toChange } from './item-form.ts';
import { useItemForm } from './use-item-form.ts';

/** Where the roadmap owner adds an item. */
export default function NewItemPage(): ReactNode {
  const words = useWords();
  const me = useMe();
  if (!me.may.editRoadmap) return <NotForYou place="roadmap" />;
  return (
    <Page title={words.t('roadmap.add')} above={<UpLink to="/roadmap">{words.card('item.back')}</UpLink>}>
      <Adder />
    </Page>
  );
}

function Adder(): ReactNode {
  const words = useWords();
  const look = useLook();
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const editing = useItemForm('new-item', emptyItem);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const id = idOf(editing.form.title);
  const add = useMutation({
    mutationFn: () => api.call('addItem', { body: { id, ...toChange(editing.form) }, idempotencyKey }),
    onSuccess: async () => {
      editing.done();
      await queries.invalidateQueries({ queryKey: ['listRoadmap'] });
      navigate(`/roadmap/${id}`);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (editing.check()) add.mutate();
      }}
      className={look.stack}
    >
      <ItemFields form={editing.form} onChange={editing.change} missing={editing.missing} />
      {add.error === null ? undefined : <Failure error={add.error} />}
      <div className={look.row}>
        <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
          {words.t('roadmap.add')}
        </Button>
      </div>
    </form>
  );
}
