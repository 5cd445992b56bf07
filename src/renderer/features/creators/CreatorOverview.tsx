import { Anchor } from '@mantine/core'
import { Day } from '../../ui/figures.tsx'
import { Field, Fields, Section } from '../../ui/fields.tsx'
import { AccountCard } from './AccountCard.tsx'
import { AddAccount } from './AddAccount.tsx'
import { WithPeers } from './FollowerTrend.tsx'
import type { CreatorOfPanel } from './creator-types.ts'
import classes from './panel.module.css'

/** Accounts with their figures, and how to reach the person. */
export function CreatorOverview({ creator }: { creator: CreatorOfPanel }) {
  const { id, accounts, niches, country, city, language, email, phone, address, bio, notes, createdAt } = creator
  const place = [city, country].filter(Boolean).join(', ')
  return (
    <>
      <Section
        title="Accounts"
        actions={<AddAccount creatorId={id} />}
        note={accounts.length === 0 ? 'No account is on file yet.' : undefined}
      >
        <WithPeers>
          {accounts.map((account) => (
            <AccountCard key={account.id} account={account} />
          ))}
        </WithPeers>
      </Section>
      <Section title="About">
        {bio && <p className={classes.text}>{bio}</p>}
        <Fields>
          <Field name="Niche">{niches.join(', ')}</Field>
          <Field name="Place">{place}</Field>
          <Field name="Language">{language}</Field>
        </Fields>
      </Section>
      <Section title="Contact">
        <Fields>
          <Field name="Mail">
            {email && (
              <Anchor href={`mailto:${email}`} inherit>
                {email}
              </Anchor>
            )}
          </Field>
          <Field name="Phone">{phone}</Field>
          <Field name="Address">{address && <span className={classes.lines}>{address}</span>}</Field>
        </Fields>
      </Section>
      {notes && (
        <Section title="Notes">
          <p className={classes.text}>{notes}</p>
        </Section>
      )}
      <p className={classes.foot}>
        In the roster since <Day value={createdAt.slice(0, 10)} />
      </p>
    </>
  )
}
