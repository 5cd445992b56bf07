import { Button, NumberInput, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { emptyCreator, fromForm } from './creator-form.ts'
import { CreatorFields } from './CreatorFields.tsx'
import classes from './panel.module.css'
import { PlatformInput } from './PlatformInput.tsx'

const route = getRouteApi('/roster/new')
const emptyAccount = { platform: 'instagram', handle: '', followers: '' as number | '' }

/** A new creator, beside the roster, with the account they are best known for. */
export function NewCreatorPanel() {
  const navigate = route.useNavigate()
  const close = () => void navigate({ to: '/roster', search: (now) => now })
  const { form, kept } = useKeptForm('creators/new', emptyCreator)
  const { form: account, kept: keptAccount } = useKeptForm('creators/new/account', emptyAccount)
  const draft = {
    wasKept: kept.wasKept || keptAccount.wasKept,
    discard() {
      kept.discard()
      keptAccount.discard()
    },
  }
  const cancel = () => {
    draft.discard()
    close()
  }
  const create = useChange(client.creators.create, {
    done: (_, { name }) => `Added ${name}`,
    quiet: true,
    onDone: ({ id }) => {
      draft.discard()
      void navigate({ to: '/roster/$creatorId', params: { creatorId: id }, search: (now) => now })
    },
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
          <Button onClick={cancel}>Cancel</Button>
          <Button type="submit" form="new-creator" variant="filled" loading={create.isPending}>
            Add creator
          </Button>
        </>
      }
    >
      <form id="new-creator" onSubmit={submit} className={classes.form} aria-label="New creator">
        <DraftNote draft={draft} />
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
