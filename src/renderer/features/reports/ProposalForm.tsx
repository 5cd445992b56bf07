import { Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { counted } from '../../ui/format.ts'
import type { Chosen } from './chosen.ts'
import { PageSizeField } from './PageSizeField.tsx'
import { Preview } from './Preview.tsx'
import { SaveButtons } from './SaveButtons.tsx'
import classes from './reports.module.css'

interface Draft {
  title: string
  client: string | null
  creators: { id: string; name: string; reason: string | null }[]
}

interface ProposalFormProps {
  chosen: Chosen
  draft: Draft
}

/** Drawn anew this long after the last key, in milliseconds. */
const patience = 500

/** Title, client, opening words, and why each creator fits; the shortlist's notes stand there to begin with. */
export function ProposalForm({ chosen, draft }: ProposalFormProps) {
  const [title, setTitle] = useState(draft.title)
  const [forClient, setForClient] = useState(draft.client ?? '')
  const [intro, setIntro] = useState('')
  const [perPage, setPerPage] = useState<'1' | '2'>('1')
  const [pageSize, setPageSize] = useState<'A4' | 'Letter'>('A4')
  const [showPrices, setShowPrices] = useState(true)
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const input = {
    ...chosen,
    ...(title.trim() && { title }),
    client: forClient.trim() || null,
    intro: intro.trim() || null,
    perPage: perPage === '1' ? (1 as const) : (2 as const),
    pageSize,
    showPrices,
    reasons,
  }
  const [settled] = useDebouncedValue(input, patience)
  const preview = useQuery({ ...api.reports.proposalPreview.queryOptions({ input: settled }), placeholderData: keepPreviousData })
  const save = useSave<{ fileName: string; creators: number; pages: number | null }>()
  const onSave = (ending: 'pdf' | 'html') =>
    save.mutate({
      title: 'Save proposal',
      name: `${title.trim().replaceAll(/[\\/:*?"<>|]/g, ' ') || 'Proposal'}.${ending}`,
      write: (file) => client.reports.proposal({ ...input, file }),
      done: ({ creators, fileName }) => `Wrote ${counted(creators, 'creator')} to ${fileName}`,
    })
  return (
    <div className={classes.both}>
      <div className={classes.form}>
        <Stack gap="sm" className={classes.fields}>
          <TextInput label="Title" maxLength={300} value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
          <TextInput label="Client" maxLength={300} value={forClient} onChange={({ currentTarget }) => setForClient(currentTarget.value)} />
          <Textarea
            label="Opening words"
            autosize
            minRows={2}
            maxRows={8}
            value={intro}
            onChange={({ currentTarget }) => setIntro(currentTarget.value)}
          />
          <Select
            label="Creators on a page"
            allowDeselect={false}
            value={perPage}
            onChange={(value) => value && setPerPage(value)}
            data={[
              { value: '1', label: 'One, with charts' },
              { value: '2', label: 'Two, in words' },
            ]}
          />
          <PageSizeField value={pageSize} onChange={setPageSize} />
          <Switch label="Show prices" checked={showPrices} onChange={({ currentTarget }) => setShowPrices(currentTarget.checked)} />
          {draft.creators.map(({ id, name, reason }) => (
            <Textarea
              key={id}
              label={`Why ${name}`}
              autosize
              minRows={1}
              maxRows={6}
              value={reasons[id] ?? reason ?? ''}
              onChange={({ currentTarget }) => setReasons({ ...reasons, [id]: currentTarget.value })}
            />
          ))}
        </Stack>
        <SaveButtons isBusy={save.isPending} onSave={onSave} />
      </div>
      <Preview query={preview} label="Proposal" />
    </div>
  )
}
