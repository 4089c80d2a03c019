import type { Activities } from './activities.ts';
import type { BotAnswer } from './bot-client.ts';
import { type ButtonQuery, findButton } from './card-buttons.ts';
import { gatherInputs, type Inputs } from './card-inputs.ts';
import type { TeamsUser } from './conversations.ts';
import { type ActionResult, readActionAnswer } from './invoke-answer.ts';
import { isJson, type Json, textAt } from './json.ts';
import { type Content, cardContent, fileConsentType, type StoredMessage, type TeamsMessage } from './message.ts';

export interface ActorParts {
  readonly activities: Activities;
  readonly post: (activity: Json, timeoutMs: number) => Promise<BotAnswer>;
  readonly changed: () => void;
  /** Opens a place in a person's OneDrive for a file. */
  readonly openUpload: (user: TeamsUser, fileName: string) => Json;
  readonly actionTimeoutMs: number;
  readonly messageTimeoutMs: number;
  /** How often a client repeats an action that was not answered in time. */
  readonly repeatSlowActions: number;
  readonly record: 'everything' | 'counts';
}

export interface ExecuteOptions {
  /** Send the inputs just as given, of whatever type, and nothing besides: what no honest client would send. */
  readonly unchecked?: boolean;
}

export interface Actor {
  readonly user: TeamsUser;
  /** Installs the app: Teams tells the bot twice, at about the same time and in no certain order. */
  install(action?: 'add' | 'add-upgrade'): Promise<readonly BotAnswer[]>;
  uninstall(): Promise<BotAnswer>;
  says(text: string): Promise<BotAnswer>;
  /** Sends what an Action.Submit sends: a message with a value. */
  submits(data: unknown, options?: { readonly message?: TeamsMessage; readonly text?: string }): Promise<BotAnswer>;
  /** Presses an Action.Execute button of the card that this client shows, the inputs filled in. */
  executes(
    message: TeamsMessage,
    button: ButtonQuery,
    inputs?: Inputs,
    options?: ExecuteOptions,
  ): Promise<ActionResult>;
  /** Brings the message into view, upon which Teams refreshes a card that asks for it, at most once a minute. */
  opens(message: TeamsMessage): Promise<ActionResult | undefined>;
  /** Says yes or no to a file that the bot offers. `changes` is what a dishonest client says instead. */
  answersFile(message: TeamsMessage, action: 'accept' | 'decline', changes?: Json): Promise<BotAnswer>;
  reacts(message: TeamsMessage, type?: string): Promise<BotAnswer>;
  /** What this client shows of a message, the latest one unless another is named. */
  sees(message?: TeamsMessage): Content | undefined;
}

const refreshEveryMs = 60_000;

/** Makes people act as Teams would let them. One actor is one client of one person. */
export function createActors(parts: ActorParts) {
  const { activities, changed } = parts;
  const refreshedAt = new WeakMap<TeamsMessage, number>();

  function present(user: TeamsUser): void {
    if (!user.installed) throw new Error(`The app is not installed for ${user.name}`);
    if (user.blocked) throw new Error(`${user.name} has blocked the bot, and must unblock it first`);
  }

  function ownMessage(user: TeamsUser, message: TeamsMessage): StoredMessage {
    present(user);
    const own = user.conversation.messages.get(message.id);
    if (own === undefined) throw new Error(`${user.name} has no message ${message.id}, or not any more`);
    return own;
  }

  async function tell(user: TeamsUser, activity: Json): Promise<BotAnswer> {
    const remembered = activity.type === 'message' && parts.record === 'everything';
    if (remembered) user.conversation.foreignIds.add(String(activity.id));
    const answer = await parts.post(activity, parts.messageTimeoutMs);
    changed();
    return answer;
  }

  async function invoke(
    user: TeamsUser,
    client: string,
    message: StoredMessage,
    action: Json,
    trigger: 'manual' | 'automatic',
  ): Promise<ActionResult> {
    const started = performance.now();
    let attempts = 0;
    let answer: BotAnswer;
    do {
      attempts += 1;
      answer = await parts.post(activities.action(user, action, message.id, trigger), parts.actionTimeoutMs);
    } while (answer.failure === 'timeout' && attempts <= parts.repeatSlowActions);
    const result = readActionAnswer(answer, attempts, performance.now() - started);
    if (result.card !== undefined) message.show(client, cardContent(result.card));
    changed();
    return result;
  }

  return {
    as(user: TeamsUser, client = 'default'): Actor {
      return {
        user,
        async install(action = 'add') {
          user.installed = true;
          user.conversation.open = true;
          return Promise.all([
            tell(user, activities.botAdded(user)),
            tell(user, activities.installation(user, action)),
          ]);
        },
        async uninstall() {
          user.installed = false;
          return tell(user, activities.installation(user, 'remove'));
        },
        async says(text) {
          present(user);
          return tell(user, activities.message(user, text));
        },
        async submits(data, { message, text } = {}) {
          present(user);
          return tell(user, activities.submission(user, data, message?.id, text));
        },
        async executes(message, query, inputs = {}, { unchecked = false } = {}) {
          const own = ownMessage(user, message);
          const { card } = own.shownTo(client);
          if (card === undefined) throw new Error(`The message ${message.id} has no card`);
          const button = findButton(card, query);
          if (button.action.type !== 'Action.Execute') {
            throw new Error(`The button is an ${String(button.action.type)}, not an Action.Execute`);
          }
          const sent = unchecked ? inputs : gatherInputs(button.inputs, inputs);
          const data = { ...(isJson(button.action.data) ? button.action.data : {}), ...sent };
          return invoke(user, client, own, executed(button.action, data), 'manual');
        },
        async opens(message) {
          const own = ownMessage(user, message);
          const refresh = own.shownTo(client).card?.refresh;
          if (!isJson(refresh) || !isJson(refresh.action) || !refreshes(refresh, user)) return undefined;
          const now = performance.now();
          if (now - (refreshedAt.get(own) ?? Number.NEGATIVE_INFINITY) < refreshEveryMs) return undefined;
          refreshedAt.set(own, now);
          return invoke(user, client, own, executed(refresh.action, refresh.action.data ?? {}), 'automatic');
        },
        async answersFile(message, action, changes = {}) {
          const own = ownMessage(user, message);
          const offer = own.shownTo(client).attachments.find(({ contentType }) => contentType === fileConsentType);
          if (offer === undefined) throw new Error(`The message ${message.id} offers no file`);
          const context = isJson(offer.content) ? offer.content[`${action}Context`] : undefined;
          const place = { uploadInfo: parts.openUpload(user, textAt(offer, 'name') ?? '') };
          const value = { type: 'fileUpload', action, context, ...(action === 'accept' ? place : {}), ...changes };
          const answer = await parts.post(activities.fileConsent(user, value, own.id), parts.actionTimeoutMs);
          changed();
          return answer;
        },
        async reacts(message, type = 'like') {
          const own = ownMessage(user, message);
          own.revert();
          return tell(user, activities.reaction(user, own.id, 'reactionsAdded', type));
        },
        sees(message) {
          const chosen = message ?? user.messages.at(-1);
          return chosen === undefined || chosen.deleted ? undefined : chosen.shownTo(client);
        },
      };
    },
  };
}

function executed(action: Json, data: unknown): Json {
  const { id, title, verb } = action;
  return { type: 'Action.Execute', ...defined({ id, title, verb }), data };
}

function defined(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** In a chat of two, a card without user ids refreshes too. */
function refreshes(refresh: Json, user: TeamsUser): boolean {
  return !Array.isArray(refresh.userIds) || refresh.userIds.includes(user.id);
}
