import { Autocomplete, Button, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import type { Profile } from './profile-types.ts'
import classes from './profiles.module.css'

/** Languages, formats, owner and portrait. */
export function ProfileFacts({ creatorId, profile }: { creatorId: string; profile: Profile }) {
  const { languages, formats, owner, portraitId } = profile
  const facets = useQuery(api.creators.facets.queryOptions({ input: {} }))
  const known = (facet: 'languages' | 'formats' | 'owners') => facets.data?.[facet].map(({ value }) => value) ?? []
  const { form, kept, isChanged, sent } = useKeptForm(`creators/${creatorId}/profile`, { languages, formats, owner: owner ?? '' })
  const update = useChange(client.profiles.update, { done: 'Profile saved', quiet: true, onDone: sent })
  const portrait = useChange(client.profiles.setPortrait, {
    done: (_, { file }) => (file ? 'Portrait changed' : 'Portrait taken away'),
    quiet: true,
  })
  const submit = form.onSubmit((values) => update.mutate({ creatorId, changes: { ...values, owner: values.owner.trim() || null } }))
  return (
    <Section title="Profile">
      <form onSubmit={submit} className={classes.stack} aria-label="Profile">
        <DraftNote draft={kept} />
        <TagsInput label="Also speaks" placeholder="Type and press Enter" data={known('languages')} {...form.getInputProps('languages')} />
        <TagsInput
          label="Formats"
          placeholder="Type and press Enter"
          data={[...new Set([...known('formats'), 'post', 'reel', 'story', 'video', 'short', 'live'])]}
          {...form.getInputProps('formats')}
        />
        <Autocomplete label="Owner at the agency" data={known('owners')} maxLength={300} {...form.getInputProps('owner')} />
        <ProblemNote error={update.error} />
        {isChanged && (
          <Button type="submit" variant="filled" loading={update.isPending} style={{ alignSelf: 'flex-end' }}>
            Save profile
          </Button>
        )}
      </form>
      <div className={classes.foot} style={{ marginTop: 12 }}>
        <div style={{ flex: 1 }}>
          <FileDrop
            label={portraitId ? 'Another portrait' : 'Drop a portrait here'}
            hint="PNG or JPEG, up to 15 MB"
            kinds={['png', 'jpg', 'jpeg']}
            isBusy={portrait.isPending}
            onFile={({ grant }) => portrait.mutate({ creatorId, file: grant })}
          />
        </div>
        {portraitId && (
          <Button variant="subtle" onClick={() => portrait.mutate({ creatorId, file: null })}>
            Take away
          </Button>
        )}
      </div>
      <ProblemNote error={portrait.error} />
    </Section>
  )
}
