import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { late } from './late.tsx';
import { LoadingPage } from './loading.tsx';
import { useMe } from './me-context.tsx';
import { NotForYou } from './not-for-you.tsx';
import { NotFound } from './not-found.tsx';
import { mayVisit, placeOf } from './places.ts';

const Home = late('home', () => import('../home/home-page.tsx'), <LoadingPage />);
const Roadmap = late('roadmap', () => import('../roadmap/roadmap-page.tsx'), <LoadingPage />);
const Item = late('item', () => import('../roadmap/item-page.tsx'), <LoadingPage />);
const EditItem = late('edit-item', () => import('../roadmap/edit-item-page.tsx'), <LoadingPage />);
const NewItem = late('new-item', () => import('../roadmap/new-item-page.tsx'), <LoadingPage />);
const Broadcasts = late('broadcasts', () => import('../broadcasts/broadcasts-page.tsx'), <LoadingPage />);
const Broadcast = late('broadcast', () => import('../broadcasts/broadcast-page.tsx'), <LoadingPage />);
const ComposeStart = late('compose-start', () => import('../compose/compose-start-page.tsx'), <LoadingPage />);
const Compose = late('compose', () => import('../compose/compose-page.tsx'), <LoadingPage />);
const Results = late('results', () => import('../results/results-page.tsx'), <LoadingPage />);
const ResultsOfPrompt = late('results-of-prompt', () => import('../results/prompt-results-page.tsx'), <LoadingPage />);
const People = late('people', () => import('../people/people-page.tsx'), <LoadingPage />);
const Help = late('help', () => import('../help/help-page.tsx'), <LoadingPage />);
const Accessibility = late('accessibility', () => import('../help/accessibility-page.tsx'), <LoadingPage />);
const Privacy = late('privacy', () => import('../help/privacy-page.tsx'), <LoadingPage />);

/** The page for where the person is, each loaded when it is first wanted. */
export function Pages(): ReactNode {
  const [path] = useLocation();
  const me = useMe();
  const place = placeOf(path);
  if (place === 'home' && !mayVisit('home', me)) return <Redirect to="/roadmap" replace />;
  if (place !== undefined && !mayVisit(place, me)) return <NotForYou place={place} />;
  return (
    <ErrorBoundary place={path} fallback={(error, retry) => <Failure error={error} retry={retry} />}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/roadmap" component={Roadmap} />
        <Route path="/roadmap/:itemId/edit">{({ itemId }) => <EditItem key={itemId} itemId={itemId} />}</Route>
        <Route path="/roadmap/:itemId">{({ itemId }) => <Item key={itemId} itemId={itemId} />}</Route>
        <Route path="/new-item" component={NewItem} />
        <Route path="/broadcasts" component={Broadcasts} />
        <Route path="/broadcasts/:id">{({ id }) => <Broadcast key={id} broadcastId={id} />}</Route>
        <Route path="/compose" component={ComposeStart} />
        <Route path="/compose/:id">{({ id }) => <Compose key={id} broadcastId={id} />}</Route>
        <Route path="/results" component={Results} />
        <Route path="/results/:id">{({ id }) => <ResultsOfPrompt key={id} broadcastId={id} />}</Route>
        <Route path="/people/*?" component={People} />
        <Route path="/help" component={Help} />
        <Route path="/help/accessibility" component={Accessibility} />
        <Route path="/help/privacy" component={Privacy} />
        <Route component={NotFound} />
      </Switch>
    </ErrorBoundary>
  );
}
