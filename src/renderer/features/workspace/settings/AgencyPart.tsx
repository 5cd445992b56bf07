import { Button, ColorInput, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { CURRENCY_CODES } from '#src/shared/domain/currencies.ts'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { DraftNote } from '../../../ui/DraftNote.tsx'
import { useKeptForm } from '../../../ui/drafts.ts'
import { Section } from '../../../ui/fields.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import { fromAgencyForm, toAgencyForm } from './agency-form.ts'
import { LogoField } from './LogoField.tsx'
import type { Settings } from './settings-types.ts'
import classes from './settings.module.css'

/** Who the agency is, as its contracts and media kits say it, and what new work begins with. */
export function AgencyPart({ settings, workspaceName }: { settings: Settings; workspaceName: string }) {
  const { form, kept, isChanged, sent } = useKeptForm('settings/agency', toAgencyForm(settings, workspaceName))
  const save = useChange(client.workspace.updateSettings, { done: 'Settings saved', quiet: true, onDone: sent })
  const field = form.getInputProps
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(fromAgencyForm(values)))}>
      <DraftNote draft={kept} />
      <Section title="Agency" note="Stands at the head of contracts, media kits and proposals.">
        <LogoField hash={settings.agency.logoHash} />
        <div className={classes.pair}>
          <TextInput label="Name" {...field('name')} />
          <TextInput label="Legal name" placeholder="If it differs" {...field('legalName')} />
          <TextInput label="Mail" type="email" {...field('email')} />
          <TextInput label="Website" {...field('website')} />
          <ColorInput label="Colour of media kits" placeholder="The usual one" format="hex" {...field('colour')} />
          <TextInput label="Tax number" {...field('taxNumber')} />
        </div>
        <Textarea label="Address" {...field('address')} />
      </Section>
      <Section title="Signing" note="Whoever signs for the agency, under which law its contracts stand and whose courts decide.">
        <div className={classes.pair}>
          <TextInput label="Signs for the agency" {...field('signerName')} />
          <TextInput label="As" placeholder="Managing director" {...field('signerTitle')} />
          <TextInput label="Governing law" placeholder="Portugal" {...field('governingLaw')} />
          <TextInput label="Venue" placeholder="Lisbon" {...field('venue')} />
        </div>
      </Section>
      <Section title="What new work begins with">
        <div className={classes.pair}>
          <Select label="Currency" searchable data={CURRENCY_CODES} {...field('currency')} />
          <NumberInput
            label="Days from the last post until a payout is due"
            min={0}
            max={365}
            allowDecimal={false}
            {...field('paymentDays')}
          />
          <TextInput label="Name of this workspace" required maxLength={300} {...field('workspaceName')} />
        </div>
      </Section>
      <ProblemNote error={save.error} />
      <div className={classes.save}>
        <Button type="submit" variant="filled" disabled={!isChanged} loading={save.isPending}>
          Save settings
        </Button>
      </div>
    </form>
  )
}
