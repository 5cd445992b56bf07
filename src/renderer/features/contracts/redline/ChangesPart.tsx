import { Button, Menu, Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useSave } from '../../../api/use-save.ts'
import { formatInstant } from '../../../ui/format.ts'
import { Answer, EmptyState } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import { comparisons } from './comparisons.ts'
import classes from './redline.module.css'
import { RedlineClauses } from './RedlineClauses.tsx'

/** What differs between two texts of the contract, word for word. */
export function ChangesPart({ contract }: { contract: Contract }) {
  const choices = comparisons(contract, formatInstant)
  const [chosen, setChosen] = useState<string | null>(null)
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0]
  const redline = useQuery({
    ...api.contracts.redline.queryOptions({ input: { before: choice.before, after: choice.after } }),
    retry: false,
  })
  const save = useSave()
  const keep = (format: 'pdf' | 'html') =>
    save.mutate({
      title: 'Save the redline',
      name: `${contract.number.replaceAll('/', '-')} redline.${format}`,
      write: (file) => client.contracts.redline({ before: choice.before, after: choice.after, out: { file, format } }),
      done: (_, name) => `Saved as ${name}`,
    })
  return (
    <div className={classes.changes}>
      <div className={classes.choose}>
        <Select
          label="Compare"
          className={classes.choice}
          value={choice.id}
          onChange={setChosen}
          data={choices.map(({ id, label }) => ({ value: id, label }))}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              loading={save.isPending}
              disabled={redline.data === undefined}
              rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
            >
              Save redline
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => keep('pdf')}>As PDF</Menu.Item>
            <Menu.Item onClick={() => keep('html')}>As page for a browser</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Answer query={redline} what="The two could not be compared">
        {(found) =>
          found.isUnchanged ? (
            <EmptyState title="Nothing differs">Both say the same, word for word.</EmptyState>
          ) : (
            <>
              <p className={classes.summary}>{found.summary}</p>
              <RedlineClauses redline={found} />
            </>
          )
        }
      </Answer>
    </div>
  )
}
