import { Radio } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { client } from '../../../api/client.ts'
import { Section } from '../../../ui/fields.tsx'
import { counted } from '../../../ui/format.ts'
import { Answer } from '../../../ui/states.tsx'
import classes from './compose.module.css'

type Templates = Awaited<ReturnType<typeof client.contracts.templates>>

interface TemplateChoiceProps {
  templates: UseQueryResult<Templates>
  value: string
  onChange: (id: string) => void
}

/** The templates of a language, each with what it is for. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  return (
    <Section title="Template">
      <Answer query={templates} what="The templates could not be read">
        {(found) => (
          <Radio.Group aria-label="Template" value={value} onChange={onChange}>
            <div className={classes.options}>
              {found.map(({ id, label, note, counterparty, clauseCount }) => (
                <Radio.Card key={id} value={id} className={classes.option} aria-label={label}>
                  <Radio.Indicator size="xs" />
                  <span className={classes.optionWords}>
                    <span className={classes.optionTitle}>{label}</span>
                    <span className={classes.soft}>{note}</span>
                    <span className={classes.soft}>
                      With the {counterparty} · {counted(clauseCount, 'clause')}
                    </span>
                  </span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
        )}
      </Answer>
    </Section>
  )
}
