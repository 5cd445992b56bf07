import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import { kindLabels, type RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

/** Everything that was written down, newest first. */
export function ContactLog({ log }: Pick<RelationshipOfPanel, 'log'>) {
  const remove = useChange(client.relationship.removeLogged, { done: 'Removed from the log' })
  return (
    <Section title="Contact log" note={log.length === 0 ? 'Nothing is written down yet.' : undefined}>
      <ol className={classes.list}>
        {log.map(({ id, kind, channel, happenedOn, words, person, campaignName }) => (
          <li key={id} className={classes.logged}>
            <div className={classes.loggedHead}>
              <strong>{kindLabels[kind]}</strong>
              <span className={classes.soft}>{[channel, campaignName, person].filter(Boolean).join(' · ')}</span>
              <span className={classes.end}>
                <Day value={happenedOn} />
              </span>
              <Tooltip label="Remove">
                <ActionIcon
                  size="sm"
                  aria-label={`Remove: ${kindLabels[kind]}, ${words.slice(0, 60)}`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ ids: [id] })}
                >
                  <IconTrash size={14} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </div>
            <p className={classes.words}>{words}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
