import { Button, mergeClasses } from '@fluentui/react-components';
import { Comment24Regular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CommentJson } from '../../api/contract/results.ts';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { CommentItem } from './comment-item.tsx';
import { RedactionDialog } from './redaction-dialog.tsx';
import { type CommentsWanted, useComments, useRedaction } from './use-comments.ts';

/** The comments on a question, page by page, each of which can be hidden from what is shared. */
export function CommentList({ wanted }: { readonly wanted: CommentsWanted }): ReactNode {
  const look = useLook();
  const words = useWords();
  const read = useComments(wanted);
  const redaction = useRedaction(wanted);
  const [asked, setAsked] = useState<CommentJson>();
  const { mutate } = redaction;
  const bringBack = useCallback((comment: CommentJson) => mutate({ comment, hide: 'nothing' }), [mutate]);
  const comments = read.data?.pages.flatMap((page) => page.comments) ?? [];
  const { firstNewId, firstNewRef, more } = useFocusOnNew(comments, () => void read.fetchNextPage());

  if (read.data === undefined) {
    return read.error === null ? (
      <Loading lines={5} />
    ) : (
      <Failure error={read.error} retry={() => void read.refetch()} />
    );
  }
  if (comments.length === 0 && !read.hasNextPage) {
    return (
      <Empty
        icon={<Comment24Regular />}
        title={words.t('results.comments.none.title')}
        text={words.t('results.comments.none.text')}
      />
    );
  }
  return (
    <div className={look.stack}>
      {asked === undefined && redaction.error !== null ? <Failure error={redaction.error} /> : undefined}
      <ul className={mergeClasses(look.list, look.surface)}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            pending={redaction.isPending && redaction.variables.comment.id === comment.id}
            onHide={setAsked}
            onBringBack={bringBack}
            itemRef={comment.id === firstNewId ? firstNewRef : undefined}
          />
        ))}
      </ul>
      {read.error === null ? undefined : <Failure error={read.error} />}
      {read.hasNextPage ? (
        <div>
          <Button disabledFocusable={read.isFetchingNextPage} onClick={more}>
            {words.t(read.isFetchingNextPage ? 'state.loading' : 'results.comments.more')}
          </Button>
        </div>
      ) : undefined}
      {asked === undefined ? undefined : (
        <RedactionDialog
          comment={asked}
          pending={redaction.isPending}
          error={redaction.error}
          onHide={(hide) => redaction.mutate({ comment: asked, hide }, { onSuccess: () => setAsked(undefined) })}
          onClose={() => {
            redaction.reset();
            setAsked(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Takes the focus to the first of what came when somebody asked for more, so that they read on there. */
function useFocusOnNew(comments: readonly CommentJson[], fetchMore: () => void) {
  const [before, setBefore] = useState<number>();
  const firstNewRef = useRef<HTMLLIElement>(null);
  const firstNewId = before === undefined ? undefined : comments[before]?.id;
  useEffect(() => {
    if (firstNewId !== undefined) firstNewRef.current?.focus();
  }, [firstNewId]);
  return {
    firstNewId,
    firstNewRef,
    more: () => {
      setBefore(comments.length);
      fetchMore();
    },
  };
}
