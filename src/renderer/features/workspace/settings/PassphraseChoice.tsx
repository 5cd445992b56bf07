import { PasswordInput, Radio, Stack } from '@mantine/core'

export type Keeping = { with: 'machine' } | { with: 'passphrase'; passphrase: string; again: string }

interface PassphraseChoiceProps {
  value: Keeping
  onChange: (value: Keeping) => void
}

const least = 10

/** How a key is kept: by the computer, or under a passphrase that is asked for at each signing. */
export function PassphraseChoice({ value, onChange }: PassphraseChoiceProps) {
  return (
    <Radio.Group
      size="xs"
      label="Who keeps the key"
      value={value.with}
      onChange={(next) => onChange(next === 'machine' ? { with: 'machine' } : { with: 'passphrase', passphrase: '', again: '' })}
    >
      <Stack gap={8} mt={4}>
        <Radio size="xs" value="machine" label="This computer" description="In its keychain. Whoever uses this account on it can sign." />
        <Radio
          size="xs"
          value="passphrase"
          label="A passphrase"
          description="Asked for at each signing. Without it nobody can sign, and it can’t be recovered."
        />
        {value.with === 'passphrase' && (
          <>
            <PasswordInput
              size="xs"
              label="Passphrase"
              description={`At least ${least} letters; a sentence is best.`}
              value={value.passphrase}
              required
              autoComplete="new-password"
              onChange={({ currentTarget }) => onChange({ ...value, passphrase: currentTarget.value })}
            />
            <PasswordInput
              size="xs"
              label="The same once more"
              value={value.again}
              required
              autoComplete="new-password"
              error={value.again !== '' && value.again !== value.passphrase ? 'The two differ.' : undefined}
              onChange={({ currentTarget }) => onChange({ ...value, again: currentTarget.value })}
            />
          </>
        )}
      </Stack>
    </Radio.Group>
  )
}

/** What the engine is told; null while the passphrase is too short or not the same twice. */
export function keepingInput(value: Keeping): { passphrase?: string } | null {
  if (value.with === 'machine') return {}
  return value.passphrase.length >= least && value.passphrase === value.again ? { passphrase: value.passphrase } : null
}
