import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import classes from './vetting.module.css'

type Kind = 'comments' | 'followers'

const words: Readonly<Record<Kind, { paste: string; hint: string }>> = {
  comments: { paste: 'Paste comments, one to a line', hint: 'CSV, TSV or XLSX with a column of comments' },
  followers: {
    paste: 'Paste a table of followers with its headings',
    hint: 'CSV, TSV or XLSX with followers, following and posts of each account',
  },
}

/** Takes a sample: pasted, or as a file in any encoding. */
export function AddSample({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const [kind, setKind] = useState<Kind>('comments')
  const [text, setText] = useState('')
  const [about, setAbout] = useState('')
  const add = useChange(client.vetting.addSample, {
    done: ({ sample }) => `Judged ${sample.result.judged} ${sample.kind}`,
    quiet: true,
    onDone,
  })
  const sample = { accountId, kind, ...(kind === 'comments' && about.trim() !== '' && { about: about.trim() }) }
  return (
    <div className={classes.adding}>
      <SegmentedControl
        aria-label="What the sample holds"
        value={kind}
        onChange={(value) => setKind(value)}
        data={[
          { value: 'comments', label: 'Comments' },
          { value: 'followers', label: 'Followers' },
        ]}
      />
      {kind === 'comments' && (
        <TextInput
          label="Caption of the post"
          description="Its words are never off-topic"
          value={about}
          onChange={({ currentTarget }) => setAbout(currentTarget.value)}
        />
      )}
      <Textarea
        label={words[kind].paste}
        autosize
        minRows={4}
        maxRows={10}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ProblemNote error={add.error} />
      <Button
        disabled={text.trim() === ''}
        loading={add.isPending}
        onClick={() => add.mutate({ ...sample, text })}
        className={classes.submit}
      >
        Judge what is pasted
      </Button>
      <FileDrop
        label={`Or drop a list of ${kind} here`}
        hint={words[kind].hint}
        kinds={['csv', 'tsv', 'txt', 'xlsx']}
        isBusy={add.isPending}
        onFile={({ grant }) => add.mutate({ ...sample, file: grant })}
      />
    </div>
  )
}
