import { Button, CopyButton, Select } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { CampaignWithWork } from '../campaigns/campaign-words.ts'
import classes from './briefs.module.css'

interface BriefPreviewProps {
  campaign: CampaignWithWork
  version: number
  /** The collaboration whose text is shown. */
  chosen: string | undefined
  onChoose: (collaborationId: string) => void
}

/** The brief as one creator reads it, ready to be pasted into a mail or a chat. */
export function BriefPreview({ campaign, version, chosen, onChoose }: BriefPreviewProps) {
  const people = campaign.collaborations.filter(({ stage }) => stage !== 'declined')
  const id = people.some((one) => one.id === chosen) ? chosen : people[0]?.id
  const text = useQuery(api.briefs.text.queryOptions({ input: { collaborationId: id ?? '' }, enabled: id !== undefined && version > 0 }))
  if (version === 0)
    return <EmptyState title="Nothing to show yet">Write the brief first; here it stands as a creator will read it.</EmptyState>
  if (id === undefined)
    return <EmptyState title="No creators yet">Add creators to the campaign to see the brief with their name, terms and code.</EmptyState>
  return (
    <>
      <Select
        label="As read by"
        searchable
        data={people.map((one) => ({ value: one.id, label: one.creatorName }))}
        value={id}
        onChange={(next) => next && onChoose(next)}
      />
      <Answer query={text} what="The text could not be made">
        {({ subject, body }) => (
          <div className={classes.preview}>
            <div className={classes.subject}>
              <span title={subject}>{subject}</span>
              <CopyButton value={body}>
                {({ copied, copy }) => (
                  <Button
                    size="compact-sm"
                    onClick={copy}
                    leftSection={
                      copied ? <IconCheck size={14} stroke={1.5} aria-hidden /> : <IconCopy size={14} stroke={1.5} aria-hidden />
                    }
                  >
                    {copied ? 'Copied' : 'Copy text'}
                  </Button>
                )}
              </CopyButton>
            </div>
            <pre className={classes.text} tabIndex={0} aria-label="Text of the brief">
              {body}
            </pre>
          </div>
        )}
      </Answer>
    </>
  )
}
