/*
 * Plays the part of Teams around the tab, in the browser: answers its messages as the clients of Teams do, and lets one
 * change who is signed in, the theme and the width.
 */

export interface HostPerson {
  readonly id: string;
  readonly label: string;
  readonly language: 'en' | 'cy';
}

export interface HostPageSettings {
  /** The address of the tab's first page. */
  readonly tabUrl: string;
  readonly tenantId: string;
  readonly people: readonly HostPerson[];
  /** Where a token for a person is had, without the id of the person. */
  readonly tokenUrl: string;
}

interface Message {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const settings: HostPageSettings = await (await fetch('host-settings.json')).json();
const frame = element('tab', HTMLIFrameElement);
const person = element('person', HTMLSelectElement);
const theme = element('theme', HTMLSelectElement);
const width = element('width', HTMLSelectElement);
const said = element('said', HTMLElement);
const tabOrigin = new URL(settings.tabUrl).origin;

/** What the tab can do here; the rest it does without. https://aka.ms/teams-js-runtime */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, fullTrust: {}, tabs: {} } },
};

const answers: Readonly<Record<string, (message: Message) => Promise<readonly unknown[]>>> = {
  initialize: async () => ['content', 'web', JSON.stringify(runtime), '2.0.0'],
  getContext: async () => [context()],
  'authentication.getAuthToken': async () => {
    const response = await fetch(`${settings.tokenUrl}${encodeURIComponent(person.value)}`);
    return response.ok ? [true, await response.text()] : [false, `There is no token: ${response.status}`];
  },
};

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== tabOrigin) return;
  const message = data as Message;
  if (message.func === 'shareDeepLink') showLink(message.args?.[0]);
  answers[message.func]?.(message).then((args) => {
    tell({
      id: message.id,
      ...(message.uuidAsString === undefined ? {} : { uuidAsString: message.uuidAsString }),
      args,
    });
  }, reportError);
});

for (const { id, label } of settings.people) person.add(new Option(label, id));
const wanted = new URLSearchParams(location.search);
person.value = wanted.get('person') ?? settings.people[0]?.id ?? '';
theme.value = wanted.get('theme') ?? 'default';
person.addEventListener('change', open);
theme.addEventListener('change', () => tell({ func: 'themeChange', args: [theme.value] }));
width.addEventListener('change', () => {
  frame.style.width = width.value;
});
window.addEventListener('hashchange', open);
open();

/** Opens the tab anew, as Teams does for another person or for a deep link. */
function open(): void {
  frame.src = `${settings.tabUrl}?opened=${Date.now()}`;
}

/** The context in the form in which Teams sends it. */
function context() {
  const chosen = settings.people.find(({ id }) => id === person.value);
  return {
    theme: theme.value,
    locale: chosen?.language === 'cy' ? 'cy-gb' : 'en-gb',
    entityId: 'tab',
    subEntityId: decodeURIComponent(location.hash.slice(1)),
    userObjectId: person.value,
    tid: settings.tenantId,
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    sessionId: crypto.randomUUID(),
  };
}

/** Teams opens a dialog with the link; here it stands in the address of the page. */
function showLink(subPageId: unknown): void {
  history.replaceState(null, '', `#${encodeURIComponent(String(subPageId))}`);
  said.textContent = 'The address of this page is now the link.';
}

function tell(message: object): void {
  frame.contentWindow?.postMessage(message, tabOrigin);
}

function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
}
