import type { Frame, Page } from 'playwright-core';

/** Something that a person does on the results page, and how one sees that it has come about. */
export interface Step {
  readonly what: string;
  /** Goes where it is done; not measured. */
  readonly prepare?: (frame: Frame) => Promise<unknown>;
  readonly act: (frame: Frame, page: Page) => Promise<unknown>;
  readonly until: (frame: Frame) => Promise<unknown>;
}

/** Chooses the next or the one before in a field, as the keyboard does: the choice counts at once. */
function chooses(what: string, field: string, key: 'ArrowDown' | 'ArrowUp', until: Step['until']): Step {
  return {
    what,
    prepare: (frame) => frame.getByLabel(field, { exact: true }).focus(),
    act: (_frame, page) => page.keyboard.press(key),
    until,
  };
}

function opensTab(name: string, until: Step['until']): Step {
  return { what: `go to ${name}`, act: (frame) => frame.getByRole('tab', { name }).click(), until };
}

const heading = (name: string) => (frame: Frame) =>
  frame.getByRole('heading', { level: 2, name, exact: true }).waitFor();

/** Through all sides of the results of 14 areas and ten questions. */
export const steps: readonly Step[] = [
  {
    what: 'open a table',
    act: (frame) => frame.getByText('Question 1 as a table').click(),
    until: (frame) => frame.getByRole('table').first().waitFor(),
  },
  chooses('choose an area', 'Area', 'ArrowDown', heading('Cymru-Wales')),
  chooses('choose a group', 'People', 'ArrowDown', heading('Legal, Cymru-Wales')),
  chooses('choose all areas', 'Area', 'ArrowUp', heading('All areas')),
  opensTab('Compare', heading('The areas compared')),
  {
    what: 'sort the areas',
    act: (frame) => frame.getByRole('button', { name: /^2\. How honest/ }).click(),
    until: (frame) => frame.locator('th[aria-sort=descending]').waitFor(),
  },
  chooses('compare by another question', 'Question', 'ArrowDown', (frame) =>
    frame.getByText(/^Average out of 5\. Highest/).waitFor(),
  ),
  {
    what: 'open the table of the comparison',
    act: (frame) => frame.getByText('The same as a table').click(),
    until: (frame) => frame.getByRole('table').nth(1).waitFor(),
  },
  chooses('compare roles', 'Compare by', 'ArrowDown', heading('The roles compared: All areas')),
  opensTab('Over time', heading('Over time: All areas')),
  chooses('follow another question', 'Question', 'ArrowDown', (frame) =>
    frame
      .getByText(/^How honest is it/)
      .first()
      .waitFor(),
  ),
  opensTab('Comments', (frame) => frame.getByText('More time to learn it, please.').waitFor()),
  opensTab('Answers', heading('All areas')),
];
