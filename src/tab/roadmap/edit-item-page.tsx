import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { ItemDetail } from '../../api/contract/roadmap.ts';
import { useApi } from '../api/api-context.tsx';
import { ApiProblem, isProblem } from '../api/api-failure.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { NotForYou } from '../shell/not-for-you.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { ItemFields } from './item-fields.tsx';
import { toChange, toForm } from './item-form.ts';
import { useItemForm } from './use-item-form.ts';

/** Where the roadmap owner changes an item. */
export default function EditItemPage({ itemId }: { readonly itemId: string }): ReactNode {
  const words = useWords();
  const me = useMe();
  const read = useRead('getItem', { itemId }, { enabled: me.may.editRoadmap });
  if (!me.may.editRoadmap) return <NotForYou place="roadmap" />;
  const title = read.data === undefined ? undefined : <Written texts={read.data.value.item.title} />;
  const above = <UpLink to={`/roadmap/${itemId}`}>{words.t('roadmap.form.back')}</UpLink>;
  return (
    <Page title={words.t('roadmap.form.heading')} lead={title} above={above}>
      {read.data === undefined ? (
        read.error === null ? (
          <Loading lines={6} />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )
      ) : (
        <Editor read={read.data.value} />
      )}
    </Page>
  );
}

function Editor({ read }: { readonly read: ItemDetail }): ReactNode {
  const { id } = read.item;
  const words = useWords();
  const look = useLook();
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const editing = useItemForm(`item.${id}`, toForm(read.item));
  const [base, setBase] = useState(read);
  const save = useMutation({
    mutationFn: (etag: string) => api.call('changeItem', { itemId: id, body: toChange(editing.form), etag }),
    onSuccess: async () => {
      editing.done();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['getItem'] }),
        queries.invalidateQueries({ queryKey: ['listRoadmap'] }),
      ]);
      navigate(`/roadmap/${id}`);
    },
  });
  const newer = newerOf(save.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (editing.check()) save.mutate(base.etag);
      }}
      className={look.stack}
    >
      {editing.restored ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.t('roadmap.form.restored.title')}</MessageBarTitle>
            {words.t('roadmap.form.restored.text')}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => editing.change(toForm(base.item))}>{words.t('roadmap.form.restored.drop')}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : undefined}
      <ItemFields form={editing.form} onChange={editing.change} missing={editing.missing} />
      {newer === undefined ? (
        save.error === null ? undefined : (
          <Failure error={save.error} />
        )
      ) : (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{words.t('roadmap.form.newer.title')}</MessageBarTitle>
            {words.t('roadmap.form.newer.text', { moment: words.moment(newer.item.changedAt) })}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => save.mutate(newer.etag)}>{words.t('roadmap.form.newer.mine')}</Button>
            <Button
              onClick={() => {
                setBase(newer);
                editing.change(toForm(newer.item));
                save.reset();
              }}
            >
              {words.t('roadmap.form.newer.theirs')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={look.row}>
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {words.t('roadmap.form.save')}
        </Button>
        <LinkButton to={`/roadmap/${id}`}>{words.t('roadmap.form.back')}</LinkButton>
      </div>
    </form>
  );
}

/** The item as somebody else has saved it meanwhile; undefined when saving failed for another reason, or did not. */
function newerOf(error: unknown): ItemDetail | undefined {
  if (!(error instanceof ApiProblem) || !isProblem(error, 'VersionStale')) return undefined;
  return error.current as ItemDetail;
}
