export interface PlaygroundUser {
  readonly aadObjectId: string;
  readonly name: string;
}

export interface PlaygroundTenant {
  readonly users: readonly PlaygroundUser[];
  readonly currentUser: string;
  readonly tenantId: string;
  readonly botId: string;
}

const botName = 'CPS Roadmap';
/** The file must name one current user and five others. */
const usersInFile = 6;

/**
 * The Playground's configuration file for the chat of one user. A user's id is their Entra object id, without the
 * `29:` of Teams, because the Playground finds users by that id alone, where Teams also takes the object id.
 * Throws RangeError unless there are one to six users and the current one is among them.
 */
export function playgroundConfig(tenant: PlaygroundTenant) {
  const { users, currentUser, tenantId, botId } = tenant;
  const current = users.find((user) => user.aadObjectId === currentUser);
  if (current === undefined) throw new RangeError('The current user is not among the users.');
  if (users.length > usersInFile) throw new RangeError(`The Playground takes at most ${usersInFile} users.`);
  const others = users.filter((user) => user !== current);
  const standIns = Array.from({ length: usersInFile - users.length }, (_, index) => standIn(index + 1));
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: botId, name: botName },
    currentUser: userOf(current),
    users: [...others, ...standIns].map(userOf),
    personalChat: { id: `a:${current.aadObjectId}` },
    groupChat: { id: '19:group@thread.v2', name: 'Group chat (not used)' },
    team: {
      id: '19:team@thread.tacv2',
      name: 'Team (not used)',
      aadGroupId: '00000000-0000-4000-8000-000000000000',
      channels: [],
    },
  };
}

function standIn(number: number): PlaygroundUser {
  return { aadObjectId: `stand-in-${number}`, name: `Stand-in ${number}` };
}

function userOf({ aadObjectId, name }: PlaygroundUser) {
  const [givenName = name, ...surnames] = name.split(' ');
  const address = `${aadObjectId}@example.com`;
  return {
    id: aadObjectId,
    aadObjectId,
    name,
    givenName,
    surname: surnames.join(' '),
    email: address,
    userPrincipleName: address,
  };
}
