import { accountColumns, platformReader, readAccounts } from './account-reader.ts'
import { readList, shortText } from './cell-readers.ts'
import type { RowContext } from './cell-readers.ts'
import { mentionIn } from './handle-cells.ts'
import { ownRowReader } from './own-row-reader.ts'
import { readAddress, readContact, readLongText, readName, readPlace, readPrices, readYes } from './person-reader.ts'
import { straightener } from './slipped-rows.ts'
import type { AccountDraft, CellProblem, ColumnPlan, CreatorDraft, ListPlan } from './types.ts'

export type RowRead = { draft: CreatorDraft } | { reject: CellProblem }

/** Reads one row after another; `warnings` are cells that were left out of rows that were kept. */
export interface RowReader {
  read(row: readonly string[], line: number): RowRead
  readonly warnings: CellProblem[]
}

const noColumns: readonly ColumnPlan[] = []

/** Makes the reader of a list once, so that each of its rows is read without looking anything up. */
export function rowReader(plan: ListPlan): RowReader {
  if (plan.isOwnExport) return ownRowReader(plan)
  const warnings: CellProblem[] = [...plan.notices]
  const all = Map.groupBy(plan.columns, ({ field }) => field)
  const of = (field: string): readonly ColumnPlan[] => all.get(field) ?? noColumns
  const groups = accountColumns(plan.columns)
  const platformIn = platformReader(plan.ownPlatforms)
  const platformAt = of('platform')[0]?.index ?? -1
  const straighten = straightener(plan)
  // A list without a column of handles may have them beside its names: `Ana Bell (@ana.bell)`.
  const mayMention = plan.platform !== null && groups.length === 1 && of('handle').length + of('url').length === 0
  const identity = [...of('handle'), ...of('name'), ...of('url')][0]?.header ?? null

  const read = (cells: readonly string[], line: number): RowRead => {
    const straight = straighten(cells, line)
    if ('reject' in straight) return straight
    if (straight.notice) warnings.push(straight.notice)
    const { row } = straight
    const context: RowContext = { row, line, warnings, unreadable: null }
    const whole = readName(of, context)
    const mention = mayMention && whole !== null ? mentionIn(whole) : null
    const name = mention?.name ?? whole
    const said = platformIn(row[platformAt])
    const accounts: AccountDraft[] = []
    for (const group of groups) {
      const own = group.platform ?? said
      const result = readAccounts(
        group,
        { name, mention: mention?.handle ?? null },
        { platform: own ?? plan.platform, isSaid: own !== null },
        context,
      )
      if ('reject' in result) return result
      addAccounts(accounts, result.accounts)
    }
    const known = name ?? accounts[0]?.handle ?? null
    if (known === null) return { reject: { line, column: identity, value: null, problem: 'The row has neither a name nor a handle.' } }
    return {
      draft: {
        line,
        id: null,
        name: known,
        isNameFromHandle: name === null,
        accounts,
        niches: readList(of('niche'), context),
        tags: readList(of('tag'), context),
        ...readPlace(of, context),
        language: shortText(of('language'), context),
        ...readContact(of, context),
        address: readAddress(of('address'), context),
        bio: readLongText(of('bio'), context),
        notes: readLongText(of('notes'), context),
        stage: null,
        doNotContact: readYes(of('doNotContact'), row),
        rates: readPrices(of, plan, accounts[0]?.platform ?? said ?? plan.platform, context),
      },
    }
  }
  return { warnings, read }
}

function addAccounts(accounts: AccountDraft[], more: readonly AccountDraft[]): void {
  for (const account of more) {
    const isThere = accounts.some(({ platform, handleKey }) => platform === account.platform && handleKey === account.handleKey)
    if (!isThere) accounts.push(account)
  }
}
