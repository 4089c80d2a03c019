import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { useMe } from '../shell/me-context.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { CoverageView } from './coverage-view.tsx';
import { DirectoryView } from './directory-view.tsx';
import { ImportView } from './import-view.tsx';
import { LeadsView } from './leads-view.tsx';
import { PersonView } from './person-view.tsx';

/** Who can be reached, the directory of staff, its import, and who has which duties. */
export default function PeoplePage(): ReactNode {
  const { may } = useMe();
  return (
    <Switch>
      <Route path="/people" component={CoverageView} />
      <Route path="/people/directory" component={DirectoryView} />
      <Route path="/people/directory/:id">{({ id }) => <PersonView key={id} personId={id} />}</Route>
      <Route path="/people/leads" component={LeadsView} />
      {may.changePeople ? <Route path="/people/import" component={ImportView} /> : undefined}
      <Route component={NotFound} />
    </Switch>
  );
}
