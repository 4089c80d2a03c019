import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { LoadingPage } from './loading.tsx';
import { useMe } from './me-context.tsx';
import { NotForYou } from './not-for-you.tsx';
import { NotFound } from './not-found.tsx';
import { mayVisit, placeOf } from './places.ts';

const Home = lazy(() => import('../home/home-page.tsx'));
const Roadmap = lazy(() => import('../roadmap/roadmap-page.tsx'));
const Item = lazy(() => import('../roadmap/item-page.tsx'));
const EditItem = lazy(() => import('../roadmap/edit-item-page.tsx'));
const NewItem = lazy(() => import('../roadmap/new-item-page.tsx'));
const Broadcasts = lazy(() => import('../broadcasts/broadcasts-page.tsx'));
const Broadcast = lazy(() => import('../broadcasts/broadcast-page.tsx'));
const ComposeStart = lazy(() => import('../compose/compose-start-page.tsx'));
const Compose = lazy(() => import('../compose/compose-page.tsx'));
const Results = lazy(() => import('../results/results-page.tsx'));
const ResultsOfPrompt = lazy(() => import('../results/prompt-results-page.tsx'));
const People = lazy(() => import('../people/people-page.tsx'));
const Help = lazy(() => import('../help/help-page.tsx'));
const Accessibility = lazy(() => import('../help/accessibility-page.tsx'));
const Privacy = lazy(() => import('../help/privacy-page.tsx'));

/** The page for where the person is, each loaded when it is first wanted. */
export function Pages(): ReactNode {
  const [path] = useLocation();
  const me = useMe();
  const place = placeOf(path);
  if (place === 'home' && !mayVisit('home', me)) return <Redirect to="/roadmap" replace />;
  if (place !== undefined && !mayVisit(place, me)) return <NotForYou place={place} />;
  return (
    <ErrorBoundary place={path} fallback={(error, retry) => <Failure error={error} retry={retry} />}>
      <Suspense fallback={<LoadingPage />}>
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
      </Suspense>
    </ErrorBoundary>
  );
}
