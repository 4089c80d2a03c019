/** The rooms of src/ and what each may import besides itself. `npm run imports` checks it; docs/layout.md explains it. */
const foundations = ['errors', 'language', 'time', 'storage'];
const features = ['people', 'roadmap', 'broadcasts', 'delivery', 'responses', 'insight', 'rights'];
const rooms = {
  errors: [],
  language: [],
  time: ['errors'],
  storage: ['errors'],
  people: foundations,
  roadmap: [...foundations, 'people'],
  broadcasts: [...foundations, 'people', 'roadmap'],
  delivery: [...foundations, 'people', 'roadmap', 'broadcasts'],
  responses: [...foundations, 'people', 'roadmap', 'broadcasts'],
  insight: [...foundations, 'people', 'roadmap', 'broadcasts', 'responses'],
  rights: [...foundations, 'people', 'roadmap', 'broadcasts', 'delivery', 'responses', 'insight'],
  cards: [...foundations, ...features],
  files: [...foundations, ...features, 'cards'],
  http: foundations,
  bot: [...foundations, ...features, 'cards', 'files', 'http'],
  api: [...foundations, ...features, 'cards', 'files', 'http'],
  cosmos: [...foundations, ...features],
  queue: [...foundations, ...features],
  teams: [...foundations, ...features],
};

/**
 * What the tab shares with the server: the contract of the API, words, dates, and the pure checks that both make. The
 * browser gets nothing else of the features; deploy/direct-imports.ts refuses to build what would need Node.
 */
const sharedWithTab = [
  ...foundations.map((room) => `^src/${room}/`),
  '^src/api/contract/',
  '^src/cards/(text/|card-texts\\.ts|date-words\\.ts)',
  '^src/broadcasts/(content-problems|broadcast|question)\\.ts$',
  '^src/roadmap/(rough-date|roadmap-item)\\.ts$',
  '^src/delivery/delivery\\.ts$',
  '^src/insight/smallest-group\\.ts$',
];

/** The SDKs, each of which only its own rooms may import. */
const sdks = {
  '@azure/cosmos': ['cosmos'],
  '@azure/storage-queue': ['queue'],
  '@azure/identity': ['cosmos', 'queue', 'teams', 'compose.ts'],
  'botbuilder|botframework-[a-z]+': ['bot', 'teams'],
  jose: ['api', 'local'],
  restify: ['http'],
  undici: ['cosmos', 'teams', 'compose.ts', 'local'],
  'write-excel-file': ['files'],
  adaptivecards: ['tab'],
  'react|react-dom|@fluentui/[a-z-]+|@tanstack/[a-z-]+|wouter': ['tab'],
  '@microsoft/teams-js': ['tab', 'local'],
};

const insideRoom = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `${room} imports only what it may`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...mayImport].map((each) => `^src/${each}/`).concat('^src/config\\.ts$') },
}));

const insideSdk = Object.entries(sdks).map(([sdk, users]) => ({
  name: `${sdk} is imported only by its rooms`,
  severity: 'error',
  from: { path: '^src/', ...(users.length === 0 ? {} : { pathNot: users.map((room) => `^src/${room}`) }) },
  to: { path: `node_modules/(${sdk})/` },
}));

const configUsers = ['teams', 'cosmos', 'queue', 'local', 'compose.ts', 'serve.ts', 'main.ts', 'config.ts'];

export default {
  forbidden: [
    ...insideRoom,
    ...insideSdk,
    {
      name: 'the tab imports only what it shares with the server',
      severity: 'error',
      from: { path: '^src/tab/' },
      to: { path: '^src/', pathNot: ['^src/tab/', ...sharedWithTab] },
    },
    {
      name: 'nothing of the server imports the tab',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tab/' },
      to: { path: '^src/tab/' },
    },
    {
      name: 'every folder of src has its rule',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [...Object.keys(rooms), 'local', 'tab'].map((room) => `^src/${room}/`) },
      to: {},
    },
    {
      name: 'the configuration is handed in, not imported, by features and cards',
      severity: 'error',
      from: { path: '^src/', pathNot: configUsers.map((room) => `^src/${room}`) },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'nothing in src imports tests, and only local imports local',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/local/' },
      to: { path: '^(test|src/local)/' },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'every import is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
