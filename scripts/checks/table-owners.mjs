import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { sourceFiles } from './source-files.mjs'

/** Which feature of the engine writes which table. Others may join a table to read from it, but change it only through its owner's functions. */
const owners = {
  setting: 'workspace',
  agency_user: 'workspace',
  journal_entry: 'workspace',
  journal_change: 'workspace',
  client: 'clients',
  creator: 'creators',
  account: 'creators',
  snapshot: 'creators',
  rate: 'creators',
  import_batch: 'creators',
  import_mapping: 'creators',
  roster_row: 'creators',
  roster_label: 'creators',
  roster_search: 'creators',
  creator_profile: 'creators',
  creator_contact: 'creators',
  brand_history: 'creators',
  content_sample: 'creators',
  creator_document: 'creators',
  audience: 'creators',
  roster_audience: 'creators',
  distinct_creators: 'creators',
  roster_view: 'views',
  shortlist: 'shortlists',
  shortlist_entry: 'shortlists',
  vetting_review: 'vetting',
  vetting_sample: 'vetting',
  contact_log: 'relationship',
  creator_reminder: 'relationship',
  program_tier: 'relationship',
  campaign: 'campaigns',
  collaboration: 'campaigns',
  brief: 'briefs',
  brief_receipt: 'briefs',
  deliverable: 'deliverables',
  contract: 'contracts',
  contract_counter: 'contracts',
  contract_document: 'contracts',
  contract_signature: 'contracts',
  contract_version: 'contracts',
  contract_event: 'contracts',
  contract_obligation: 'contracts',
  signing_identity: 'contracts',
  trusted_authority: 'contracts',
  accepted_signer: 'contracts',
  sealed_key: 'contracts',
  payout: 'payouts',
  result: 'measurement',
  expense: 'measurement',
  sales_order: 'measurement',
  foreign_row: 'exchange',
  file: 'files.ts',
}
/** What keeps the database itself, and so writes any table. */
const keeper = 'db'
const writing = /\b(?:insertInto|updateTable|deleteFrom)\(\s*['"`](\w+)|\b(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+(\w+)/g

/** Finds features that write another feature's table, and tables without an owner. @param {string} root @returns {{ problems: string[], notes: string[] }} */
export function checkTableOwners(root) {
  const engine = join(root, 'src', 'main', 'engine')
  const files = sourceFiles(root).filter((path) => path.startsWith(engine + sep))
  const writes = files.flatMap((path) => writesIn(path, engine))
  const foreign = writes.filter(({ feature, table }) => owners[table] && owners[table] !== feature && feature !== keeper)
  const problems = [
    ...foreign.map(
      ({ path, feature, table }) => `${relative(root, path)}: ${feature} writes the table ${table}, which is for ${owners[table]} alone.`,
    ),
    ...tablesIn(join(engine, 'db', 'schema.ts'))
      .filter((table) => !owners[table])
      .map((table) => `The table ${table} has no owner in scripts/checks/table-owners.mjs.`),
  ]
  return { problems, notes: [`${writes.length} places write ${new Set(writes.map(({ table }) => table)).size} tables`] }
}

function writesIn(path, engine) {
  const [feature = ''] = relative(engine, path).split(sep)
  return [...readFileSync(path, 'utf8').matchAll(writing)].map(([, table, inText]) => ({ path, feature, table: table ?? inText ?? '' }))
}

/** The names in `interface Schema { … }`. */
function tablesIn(schema) {
  const body = /interface Schema \{([^}]*)\}/.exec(readFileSync(schema, 'utf8'))?.[1] ?? ''
  return [...body.matchAll(/(\w+):/g)].map(([, name]) => name)
}
