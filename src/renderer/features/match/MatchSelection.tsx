import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { AddToCampaign } from '../creators/AddToCampaign.tsx'
import { TagCreators } from '../creators/TagCreators.tsx'
import type { Need } from './match-search.ts'
import { SaveShortlist } from './SaveShortlist.tsx'

/** What can be done with the chosen creators. */
export function MatchSelection({ selection, need }: { selection: Selection; need?: Need }) {
  const ids = [...selection.ids]
  return (
    <SelectionBar count={ids.length} noun="creator" onClear={selection.clear}>
      <SaveShortlist ids={ids} need={need} />
      <AddToCampaign ids={ids} />
      <TagCreators ids={ids} />
    </SelectionBar>
  )
}
