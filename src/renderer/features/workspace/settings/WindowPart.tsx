import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useWindowState } from '../../../frame/window-state.ts'
import { Field, Fields, Section } from '../../../ui/fields.tsx'

/** The look of this window; kept on this machine and for no one else. */
export function WindowPart() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { density, set } = useWindowState()
  return (
    <Section title="Look" note="Kept on this machine, not in the workspace.">
      <Fields>
        <Field name="Colours">
          <SegmentedControl
            aria-label="Colours"
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'auto', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Field>
        <Field name="Rows">
          <SegmentedControl
            aria-label="Rows"
            value={density}
            onChange={(next) => set({ density: next })}
            data={[
              { value: 'regular', label: 'Regular' },
              { value: 'compact', label: 'Compact' },
            ]}
          />
        </Field>
      </Fields>
    </Section>
  )
}
