/*
 * Plays the part of Teams around the tab, in the browser: answers its messages as the clients of Teams do, and lets one
 * change who is signed in, the theme and the width, and pin the tab as to a channel.
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
const pin = element('pin', HTMLButtonElement);
const save = element('save', HTMLButtonElement);
const tabOrigin = new URL(settings.tabUrl).origin;

/** What of the tab is open, in the words of Teams. */
interface Opened {
  readonly url: string;
  readonly entityId: string;
  readonly frameContext: 'content' | 'settings';
}

/** What the tab asks Teams to keep of a tab that is pinned. */
interface PinnedTab {
  readonly contentUrl: string;
  readonly entityId: string;
  readonly suggestedDisplayName: string;
}

const personal: Opened = { url: settings.tabUrl, entityId: 'roadmap', frameContext: 'content' };
let opened: Opened = personal;
let pinned: PinnedTab | undefined;

/** What the tab can do here; the rest it does without. https://aka.ms/teams-js-runtime */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, fullTrust: {}, tabs: {} } },
};

const answers: Readonly<Record<string, (message: Message) => Promise<readonly unknown[]>>> = {
  initialize: async () => [opened.frameContext, 'web', JSON.stringify(runtime), '2.0.0'],
  getContext: async () => [context()],
  'authentication.getAuthToken': async () => {
    const response = await fetch(`${settings.tokenUrl}${encodeURIComponent(person.value)}`);
    return response.ok ? [true, await response.text()] : [false, `There is no token: ${response.status}`];
  },
  'settings.getSettings': async () => [pinned ?? {}],
  'settings.setSettings': async ({ args }) => {
    pinned = args?.[0] as PinnedTab;
    return [true];
  },
};

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== tabOrigin) return;
  const message = data as Message;
  if (message.func === 'shareDeepLink') showLink(message.args?.[0]);
  if (message.func === 'settings.setValidityState') save.disabled = message.args?.[0] !== true;
  if (message.func === 'settings.save.success') openPinned();
  if (message.func === 'settings.save.failure') said.textContent = 'The tab was not pinned.';
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
person.addEventListener('change', () => show(opened));
theme.addEventListener('change', () => tell({ func: 'themeChange', args: [theme.value] }));
width.addEventListener('change', () => {
  frame.style.width = width.value;
});
window.addEventListener('hashchange', open);
pin.addEventListener('click', () => {
  save.disabled = true;
  show({ url: `${settings.tabUrl}configure`, entityId: pinned?.entityId ?? '', frameContext: 'settings' });
});
save.addEventListener('click', () => tell({ func: 'settings.save', args: [{}] }));
open();

/** Opens the tab anew, as Teams does for another person or for a deep link. */
function open(): void {
  show(personal);
}

/** Opens the tab as it was pinned, as Teams does in the channel. */
function openPinned(): void {
  if (pinned === undefined || new URL(pinned.contentUrl).origin !== tabOrigin) return;
  said.textContent = `Pinned as “${pinned.suggestedDisplayName}”.`;
  show({ url: pinned.contentUrl, entityId: pinned.entityId, frameContext: 'content' });
}

function show(next: Opened): void {
  opened = next;
  save.hidden = next.frameContext !== 'settings';
  frame.src = next.url;
}

/** The context in the form in which Teams sends it. */
function context() {
  const chosen = settings.people.find(({ id }) => id === person.value);
  return {
    theme: theme.value,
    locale: chosen?.language === 'cy' ? 'cy-gb' : 'en-gb',
    entityId: opened.entityId,
    subEntityId: opened === personal ? decodeURIComponent(location.hash.slice(1)) : '',
    userObjectId: person.value,
    tid: settings.tenantId,
    hostName: 'Teams',
    hostClientType: wanted.get('client') ?? 'web',
    frameContext: opened.frameContext,
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
