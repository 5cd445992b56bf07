import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Section } from '../../../ui/fields.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Settings } from './settings-types.ts'
import classes from './settings.module.css'

/** What new contracts begin with: their language and their numbers. */
export function ContractsPart({ settings: { contractLanguage, contractNumbering } }: { settings: Settings }) {
  const languages = useQuery(api.contracts.languages.queryOptions({ input: {} }))
  const [language, setLanguage] = useState(contractLanguage)
  const [pattern, setPattern] = useState(contractNumbering)
  const save = useChange(client.workspace.updateSettings, { done: 'Settings saved', quiet: true })
  const isSame = language === contractLanguage && pattern.trim() === contractNumbering
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ changes: { contractLanguage: language, contractNumbering: pattern.trim() } })
      }}
    >
      <Section title="New contracts">
        <div className={classes.pair}>
          <Select
            label="Language"
            value={language}
            data={(languages.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => next && setLanguage(next)}
          />
          <TextInput
            label="Numbering"
            value={pattern}
            required
            maxLength={100}
            onChange={({ currentTarget }) => setPattern(currentTarget.value)}
          />
        </div>
        <p className={classes.hint}>
          {'{number:4} is the running number with at least four digits and has to be there once; {year}, {client} and {campaign} may be.'}{' '}
          No number is given out twice.
        </p>
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" disabled={isSame || pattern.trim() === ''} loading={save.isPending}>
            Save numbering
          </Button>
        </div>
      </Section>
    </form>
  )
}
