import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../api/contract/people.ts';
import { useAreaName } from '../shell/area-name.ts';
import { BigNumber, BigNumbers } from '../shell/big-numbers.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { nameOfPerson } from './about-person.ts';

export interface ImportReportViewProps {
  readonly report: ImportReport;
  readonly fileName: string;
  /** What can be done now. */
  readonly next: ReactNode;
}

/** What a directory file would change, and what is wrong with it. */
export function ImportReportView({ report, fileName, next }: ImportReportViewProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const { rows, added, changed, unchanged, missingCount, problemCount } = report;
  const numbers = { rows, added, changed, unchanged, missing: missingCount, problems: problemCount } as const;
  return (
    <>
      <section className={mergeClasses(look.surface, look.stack)}>
        <div>
          <h2 className={look.heading}>{words.t('people.import.report.title', { name: fileName })}</h2>
          <p className={look.quiet}>{words.t('people.import.report.nothingYet')}</p>
        </div>
        <BigNumbers>
          {names.map((name) => (
            <BigNumber key={name} name={words.t(`people.import.report.${name}`)} value={words.number(numbers[name])} />
          ))}
        </BigNumbers>
        {next}
      </section>
      {problemCount === 0 ? undefined : <Problems report={report} />}
      {report.changes.length === 0 ? undefined : <Changes report={report} />}
      {missingCount === 0 ? undefined : <Missing report={report} />}
    </>
  );
}

const names = ['rows', 'added', 'changed', 'unchanged', 'missing', 'problems'] as const;

interface PartProps {
  readonly report: ImportReport;
}

function Problems({ report: { problems, problemCount } }: PartProps): ReactNode {
  const words = useWords();
  return (
    <Part title={words.t('people.import.problems.title')} shown={problems.length} of={problemCount}>
      <DataTable
        caption={words.t('people.import.problems.title')}
        captionUnseen
        columns={[
          { id: 'line', label: words.t('people.import.problems.line') },
          { id: 'text', label: words.t('people.import.problems.what') },
        ]}
        rows={problems.map(({ line, problem, text }) => ({
          id: `${line} ${problem}`,
          cells: [words.number(line), text],
        }))}
      />
    </Part>
  );
}

function Changes({ report: { changes, added, changed } }: PartProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <Part title={words.t('people.import.changes.title')} shown={changes.length} of={added + changed}>
      <DataTable
        caption={words.t('people.import.changes.title')}
        captionUnseen
        columns={[
          { id: 'person', label: words.t('people.import.person') },
          { id: 'fields', label: words.t('people.import.changes.fields') },
        ]}
        rows={changes.map(({ id, name, new: isNew, fields }) => ({
          id,
          cells: [
            <div key="person">
              <div>{nameOfPerson({ id, ...(name === undefined ? {} : { name }) }, words)}</div>
              <div className={look.quiet}>
                {words.t(isNew ? 'people.import.changes.new' : 'people.import.changes.changed')}
              </div>
            </div>,
            <ul key="fields" className={look.list}>
              {fields.map((field) => (
                <li key={field.field}>{fieldText(field, nameOf, words)}</li>
              ))}
            </ul>,
          ],
        }))}
      />
    </Part>
  );
}

type FieldChange = ImportReport['changes'][number]['fields'][number];

const roles = ['legal', 'operational-delivery', 'digital', 'corporate'] as const;

function fieldText({ field, before, after }: FieldChange, nameOf: (area: string) => string, words: Words): string {
  const shown = (value: string): string => {
    if (field === 'area') return nameOf(value);
    const role = field === 'role' ? roles.find((each) => each === value) : undefined;
    return role === undefined ? value : words.card(`role.${role}`);
  };
  const name = words.t(`people.${field}`);
  return before === undefined
    ? words.t('people.import.changes.set', { name, after: shown(after) })
    : words.t('people.import.changes.moved', { name, before: shown(before), after: shown(after) });
}

function Missing({ report: { missing, missingCount } }: PartProps): ReactNode {
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <Part
      title={words.t('people.import.missing.title')}
      text={words.t('people.import.missing.text')}
      shown={missing.length}
      of={missingCount}
    >
      <DataTable
        caption={words.t('people.import.missing.title')}
        captionUnseen
        columns={[
          { id: 'person', label: words.t('people.import.person') },
          { id: 'area', label: words.t('people.area') },
        ]}
        rows={missing.map((person) => ({ id: person.id, cells: [nameOfPerson(person, words), nameOf(person.area)] }))}
      />
    </Part>
  );
}

interface TitledPartProps {
  readonly title: string;
  readonly text?: string;
  /** How many are listed, of how many. */
  readonly shown: number;
  readonly of: number;
  readonly children: ReactNode;
}

function Part({ title, text, shown, of, children }: TitledPartProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const first =
    shown < of ? words.t('people.import.first', { shown: words.number(shown), of: words.number(of) }) : undefined;
  const said = [text, first].filter((each) => each !== undefined).join(' ');
  return (
    <section className={mergeClasses(look.surface, look.stack)}>
      <div>
        <h2 className={look.heading}>{title}</h2>
        {said === '' ? undefined : <p className={mergeClasses(look.text, look.quiet)}>{said}</p>}
      </div>
      {children}
    </section>
  );
}
