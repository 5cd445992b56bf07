// Who may import whom; docs/architecture.md says why. tests/scripts/import-rules.test.ts proves that each rule can fail.

const features =
  'briefs|campaigns|clients|contracts|creators|deliverables|demo|events|exchange|match|measurement|payouts|rates|relationship|reports|shortlists|vetting|views|workspace'
const own = '^(src|tests)/'

/** Imports of our own files by files of `from` are allowed only to `to`. */
const only = (name, from, to, comment) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: own, pathNot: to } })

module.exports = {
  forbidden: [
    only(
      'domain-imports-nothing',
      '^src/shared/domain/',
      '^src/shared/domain/',
      'The rules of the field know nothing of the program around them.',
    ),
    only(
      'contract-imports-domain',
      '^src/shared/contract/',
      ['^src/shared/contract/', '^src/shared/domain/'],
      'The contract is what both sides of a door agree on.',
    ),
    only('shared-imports-shared', '^src/shared/[^/]+[.]ts$', '^src/shared/', 'What is shared knows neither side.'),
    only(
      'engine-imports-shared',
      '^src/main/engine/',
      ['^src/main/engine/', '^src/shared/'],
      'The engine runs without doors, shell or window.',
    ),
    only(
      'doors-import-engine',
      '^src/main/doors/',
      ['^src/main/doors/', '^src/main/engine/', '^src/shared/'],
      'A door carries calls; it knows no window.',
    ),
    only(
      'shell-imports-doors',
      '^src/main/shell/',
      ['^src/main/shell/', '^src/main/doors/', '^src/shared/'],
      'The shell asks the engine only through its door.',
    ),
    only(
      'renderer-imports-shared',
      '^src/renderer/',
      ['^src/renderer/', '^src/shared/'],
      'The window reaches the engine only through the contract.',
    ),
    only(
      'signing-page-imports-signing',
      '^src/signing-page/',
      ['^src/signing-page/', '^src/shared/', '^src/main/engine/documents/signing/', '^src/main/engine/documents/verify/dates[.]ts$'],
      'The page that creators sign on makes its signature with the very code of the engine, and knows nothing else of it.',
    ),
    only('preload-imports-shared', '^src/preload/', '^src/shared/[^/]+[.]ts$', 'The preload is one small file.'),
    {
      name: 'electron-in-the-shell',
      comment: 'Only the shell, its entry and the preload know Electron, so that all else runs and is tested without it.',
      severity: 'error',
      from: { pathNot: ['^src/main/shell/', '^src/main/index[.]ts$', '^src/preload/', '^tests/(support/electron-stand-in|e2e|shell)/'] },
      to: { path: ['^electron$', '(^|/)node_modules/electron/'] },
    },
    {
      name: 'no-node-in-the-window',
      comment: 'The window is a web page.',
      severity: 'error',
      from: { path: ['^src/renderer/', '^src/shared/', '^src/signing-page/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'feature-front-doors',
      comment:
        'A feature reaches another through its functions; its procedures are for the router. Who may write which table: scripts/checks/table-owners.mjs.',
      severity: 'error',
      from: { path: `^src/main/engine/(${features})/` },
      to: { path: features.split('|').map((feature) => `^src/main/engine/${feature}/procedures[.]ts$`), pathNot: '^src/main/engine/$1/' },
    },
    {
      name: 'engine-base-below-features',
      comment: 'Database and documents serve every feature and know none.',
      severity: 'error',
      from: { path: '^src/main/engine/(db|documents)/' },
      to: { path: `^src/main/engine/(${features})/` },
    },
    {
      name: 'window-parts-below-features',
      comment: 'What all parts of the window share knows none of them.',
      severity: 'error',
      from: { path: '^src/renderer/(ui|api|theme)/' },
      to: { path: '^src/renderer/features/' },
    },
    {
      name: 'bench-and-tests-stay-out',
      comment: 'What ships knows no test.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-circles',
      comment: 'Modules that need each other are one module.',
      severity: 'error',
      from: { path: own },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', comment: 'An import that leads nowhere.', severity: 'error', from: { path: own }, to: { couldNotResolve: true } },
    {
      name: 'shipped-dependencies',
      comment: 'What the built main process loads from node_modules has to be among "dependencies", or the packed application lacks it.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: ['^electron$', '(^|/)node_modules/(electron|@types)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['^node_modules/'] },
    exclude: { path: ['^out/', '^tests/fixtures/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
