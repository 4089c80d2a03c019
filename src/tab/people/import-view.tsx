import { Button, MessageBar, MessageBarBody, MessageBarTitle, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ImportReport } from '../../api/contract/people.ts';
import { Announced } from '../shell/announced.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { FileField } from './file-field.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { useImport } from './use-import.ts';

/** Takes the directory in from a file: first shows what would change, then changes it. */
export function ImportView(): ReactNode {
  const look = useLook();
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const { check, apply } = useImport(() => setAsking(false));
  const report = check.data;
  const done = apply.data;
  return (
    <PeopleFrame title={words.t('people.import.title')} lead={words.t('people.import.lead')}>
      <section className={mergeClasses(look.surface, look.stack)}>
        <h2 className={look.heading}>{words.t('people.import.file')}</h2>
        <p className={look.text}>{words.t('people.import.columns')}</p>
        <FileField
          label={words.t('people.import.choose')}
          accept=".csv,text/csv"
          onFile={(file) => {
            apply.reset();
            check.mutate({ name: file.name, read: () => file.text() });
          }}
        />
      </section>
      {check.isPending ? <Loading lines={4} /> : undefined}
      {check.error === null ? undefined : (
        <Failure
          error={check.error}
          retry={check.variables === undefined ? undefined : () => check.mutate(check.variables)}
        />
      )}
      <Announced>
        {done === undefined ? undefined : (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{words.t('people.import.done.title')}</MessageBarTitle>
              {words.t('people.import.done.text', {
                added: words.people(done.added),
                changed: words.people(done.changed),
                unchanged: words.people(done.unchanged),
              })}
            </MessageBarBody>
          </MessageBar>
        )}
      </Announced>
      {report === undefined || check.isPending || done !== undefined ? undefined : (
        <>
          <ImportReportView
            report={report.report}
            fileName={report.name}
            next={<Next report={report.report} onImport={() => setAsking(true)} />}
          />
          {asking ? (
            <ConfirmDialog
              open
              title={words.t('people.import.confirm.title', countsOf(report.report, words))}
              confirm={words.t('people.import.confirm.do')}
              pending={apply.isPending}
              error={apply.error}
              onConfirm={() => apply.mutate(report)}
              onClose={() => {
                setAsking(false);
                if (apply.error === null) return;
                apply.reset();
                // Part of it may be in the directory already.
                check.mutate({ name: report.name, read: async () => report.text });
              }}
            >
              <p className={look.text}>{words.t('people.import.confirm.text', peopleOf(report.report, words))}</p>
            </ConfirmDialog>
          ) : undefined}
        </>
      )}
    </PeopleFrame>
  );
}

interface NextProps {
  readonly report: ImportReport;
  readonly onImport: () => void;
}

function Next({ report, onImport }: NextProps): ReactNode {
  const look = useLook();
  const words = useWords();
  if (report.problemCount > 0) return <p className={look.text}>{words.t('people.import.putRight')}</p>;
  if (report.added + report.changed === 0) return <p className={look.text}>{words.t('people.import.nothing')}</p>;
  return (
    <div>
      <Button appearance="primary" onClick={onImport}>
        {words.t('people.import.do', countsOf(report, words))}
      </Button>
    </div>
  );
}

function countsOf({ added, changed }: ImportReport, words: Words) {
  return { added: words.number(added), changed: words.number(changed) };
}

function peopleOf({ added, changed, missingCount }: ImportReport, words: Words) {
  return { added: words.people(added), changed: words.people(changed), missing: words.people(missingCount) };
}
