import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { RelationshipStage } from '#src/shared/contract/creators.ts'
import { api } from '../../api/client.ts'
import type { CreatorForm } from './creator-form.ts'
import classes from './panel.module.css'
import { stageWord } from './stages.ts'

/** The fields of a creator that a person types, for adding and for editing. */
export function CreatorFields({ form }: { form: UseFormReturnType<CreatorForm> }) {
  const facets = useQuery(api.creators.facets.queryOptions({ input: {} }))
  const known = (facet: 'niches' | 'tags' | 'countries') => facets.data?.[facet].map(({ value }) => value) ?? []
  const field = form.getInputProps
  return (
    <>
      <TextInput label="Name" required maxLength={300} data-autofocus {...field('name')} />
      <div className={classes.pair}>
        <Select
          label="Relationship"
          data={RelationshipStage.options.map((value) => ({ value, label: stageWord(value) }))}
          {...field('stage')}
        />
        <TextInput label="Language" {...field('language')} />
        <TextInput label="City" {...field('city')} />
        <TextInput label="Country" {...field('country')} />
        <TagsInput label="Niche" placeholder="Type and press Enter" data={known('niches')} {...field('niches')} />
        <TagsInput label="Tags" placeholder="Type and press Enter" data={known('tags')} {...field('tags')} />
        <TextInput label="Mail" type="email" {...field('email')} />
        <TextInput label="Phone" {...field('phone')} />
      </div>
      <Textarea label="Address" {...field('address')} />
      <Textarea label="About" {...field('bio')} />
      <Textarea label="Notes" {...field('notes')} />
      <Checkbox label="Do not contact" {...field('doNotContact', { type: 'checkbox' })} />
    </>
  )
}
