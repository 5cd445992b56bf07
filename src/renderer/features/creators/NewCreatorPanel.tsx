import { Button, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getRouteApi } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { emptyCreator, fromForm } from './creator-form.ts'
import { CreatorFields } from './CreatorFields.tsx'
import classes from './panel.module.css'
import { PlatformInput } from './PlatformInput.tsx'

const route = getRouteApi('/roster/new')

/** A new creator, beside the roster, with the account they are best known for. */
export function NewCreatorPanel() {
  const navigate = route.useNavigate()
  const close = () => void navigate({ to: '/roster', search: (now) => now })
  const form = useForm({ initialValues: emptyCreator })
  const account = useForm({ initialValues: { platform: 'instagram', handle: '', followers: '' as number | '' } })
  const create = useChange(client.creators.create, {
    done: (_, { name }) => `Added ${name}`,
    quiet: true,
    onDone: ({ id }) => void navigate({ to: '/roster/$creatorId', params: { creatorId: id }, search: (now) => now }),
  })
  const submit = form.onSubmit((values) => {
    const { platform, handle, followers } = account.values
    const accounts = handle.trim() ? [{ platform, handle, ...(followers === '' ? {} : { values: { followers } }) }] : []
    create.mutate({ ...fromForm(values), accounts })
  })
  return (
    <Panel
      label="New creator"
      header={<h2 className={classes.name}>New creator</h2>}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form="new-creator" variant="filled" loading={create.isPending}>
            Add creator
          </Button>
        </>
      }
    >
      <form id="new-creator" onSubmit={submit} className={classes.form} aria-label="New creator">
        <div className={classes.pair}>
          <PlatformInput {...account.getInputProps('platform')} required={false} />
          <NumberInput label="Followers" min={0} allowDecimal={false} {...account.getInputProps('followers')} />
        </div>
        <TextInput label="Handle or profile address" {...account.getInputProps('handle')} />
        <CreatorFields form={form} />
        <ProblemNote error={create.error} />
      </form>
    </Panel>
  )
}
