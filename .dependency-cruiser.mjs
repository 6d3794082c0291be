// Each law of the architecture is one row: its name, the sentence that explains it, and what it forbids.
const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const tests = String.raw`\.test\.tsx?$|\.spec\.ts$|^db/testing/|^e2e/`
const touchesDatabase = String.raw`/(queries|commands)\.ts$|\.(queries|commands|report|import|export|job)\.ts$|^lib/core/(command|query|session|access-log|transaction)\.ts$|^lib/platform/queue\.ts$|^lib/live/channel\.ts$|^lib/(cli|demo|registry|bench)/`

export default {
  forbidden: [
    law('downward-only', 'lib says what is true and never knows the screens.', { path: '^lib/' }, { path: '^(app|e2e)/' }),
    law(
      'db-is-the-floor',
      'db says what exists and imports nothing of ours.',
      { path: '^db/', pathNot: tests },
      { path: '^(app|lib|e2e)/', pathNot: '^lib/platform/(money|dates|env)' },
    ),
    law(
      'screens-do-not-query',
      'Screens take words and row types from db, never the client or the tables.',
      { path: '^app/' },
      { path: '^db/', pathNot: '^db/vocabulary', dependencyTypesNot: ['type-only'] },
    ),
    law(
      'few-doors-to-the-database',
      'Only queries, commands, reports, imports, exports and jobs open the database; every other file in lib is pure.',
      { path: '^lib/', pathNot: `${touchesDatabase}|${tests}` },
      { path: '^db/(client|schema)', dependencyTypesNot: ['type-only'] },
    ),
    law(
      'writes-go-through-actions',
      'In app, only actions.ts and route.ts reach commands.',
      { path: '^app/', pathNot: '(actions|route)\\.ts$' },
      { path: '(^|/)(commands|[a-z-]+\\.commands)\\.ts$' },
    ),
    law(
      'ui-knows-no-domain',
      'app/_ui is domain-free and imports only lib/platform.',
      { path: '^app/_ui/' },
      { path: '^(lib|db)/', pathNot: '^lib/platform/' },
    ),
    law(
      'platform-knows-nothing',
      'lib/platform could ship in another product.',
      { path: '^lib/platform/', pathNot: `${tests}|^lib/platform/launch/` },
      { path: '^(lib/(?!platform/)|db/|app/)' },
    ),
    law(
      'core-knows-no-domain',
      'lib/core knows who may do what, and no debts.',
      { path: '^lib/core/', pathNot: tests },
      { path: '^lib/(?!core/|platform/|i18n/)' },
    ),
    law(
      'rules-are-pure',
      'next, react and next-auth stay in app, session, action and i18n.',
      { path: '^(lib|db)/', pathNot: `^lib/core/(session|action|auth)[a-z-]*\\.ts$|^lib/i18n/|${tests}` },
      { path: 'node_modules/(next|react|react-dom|next-auth)/' },
    ),
    law(
      'one-decimal',
      'decimal.js is known to one file and the column type.',
      { path: '.', pathNot: '^lib/platform/money\\.ts$|^db/columns\\.ts$' },
      { path: 'node_modules/decimal\\.js/' },
    ),
    law(
      'few-may-prove',
      'Only the session, the API key door, jobs, the command line, the demo and tests make an Actor.',
      { path: '^(app|lib|db)/', pathNot: `^lib/core/(session|prove|accounts)[a-z.-]*\\.ts$|^lib/(jobs|cli|demo)/|${tests}` },
      { path: '^lib/core/prove\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    law(
      'one-live-channel',
      'Only the live channel listens through the postgres package; transactions go through pg.',
      { path: '.', pathNot: '^lib/live/channel\\.ts$' },
      { path: 'node_modules/postgres/' },
    ),
    law(
      'no-tests-in-production',
      'Fixtures and factories serve tests only.',
      { path: '^(app|lib|db)/', pathNot: tests },
      { path: '^(db/testing|e2e)/' },
    ),
    law(
      'no-cycles',
      'Two files that need each other are one idea.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
