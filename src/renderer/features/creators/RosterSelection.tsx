import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import { sayProblem } from '../../api/undo.tsx'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { AddToShortlist } from '../shortlists/AddToShortlist.tsx'
import { PresentCreators } from '../reports/PresentCreators.tsx'
import { VetSelection } from '../vetting/VetSelection.tsx'
import { AddToCampaign } from './AddToCampaign.tsx'
import type { Filter } from './roster-search.ts'
import { ChangeCreators } from './ChangeCreators.tsx'
import { TagCreators } from './TagCreators.tsx'
import { useExportCreators } from './use-export-creators.ts'

interface RosterSelectionProps {
  selection: Selection
  filter: Filter
  total: number
}

/** Chooses every creator of the filter, also those that are not loaded. */
export function selectAll(selection: Selection, filter: Filter): void {
  client.creators.ids(filter).then(selection.replace, sayProblem)
}

/** What can be done with the chosen creators. */
export function RosterSelection({ selection, filter, total }: RosterSelectionProps) {
  const ids = [...selection.ids]
  const isArchive = filter.archived === true
  const exporting = useExportCreators()
  const archive = useChange(client.creators.setArchived, {
    done: ({ changed }, { archived }) => `${archived ? 'Archived' : 'Restored'} ${counted(changed, 'creator')}`,
    onDone: selection.clear,
  })
  return (
    <SelectionBar
      count={ids.length}
      noun="creator"
      total={total}
      onClear={selection.clear}
      onSelectAll={() => selectAll(selection, filter)}
    >
      <TagCreators ids={ids} />
      <ChangeCreators ids={ids} />
      {!isArchive && <AddToShortlist ids={ids} />}
      {!isArchive && <AddToCampaign ids={ids} />}
      {!isArchive && <VetSelection ids={ids} />}
      <PresentCreators chosen={{ creatorIds: ids }} />
      <Button onClick={() => exporting({ ids })}>Export</Button>
      <Button loading={archive.isPending} onClick={() => archive.mutate({ ids, archived: !isArchive })}>
        {isArchive ? 'Restore' : 'Archive'}
      </Button>
    </SelectionBar>
  )
}
