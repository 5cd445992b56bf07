import { expect, test } from 'vitest'
import { z } from 'zod'
import { Currency, Id, Instant, Money, Name, PlainDate } from '#src/shared/contract/base.ts'
import { speakPlainly } from '#src/shared/contract/problems.ts'

speakPlainly()

const problems = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message)

test.each<[string, z.ZodType, unknown, string[]]>([
  ['text where a number belongs', z.number(), 'x', ['It has to be a number.']],
  ['half a thing', z.int(), 1.5, ['It has to be a whole number.']],
  ['nothing at all', z.object({ id: Id }), {}, ['It is missing.']],
  ['a list of other things', z.array(z.string()), [1], ['It has to be text.']],
  ['something else than a list', z.array(z.string()), 'a', ['It has to be a list.']],
  ['something that is no id', Id, 'zzz', ['This is not an id.']],
  ['a day that is none', PlainDate, '2026-02-30', ['Give a day such as 2026-03-31.']],
  ['an instant that is none', Instant, 'yesterday', ['Give an instant such as 2026-03-31T09:00:00Z.']],
  ['nothing chosen', z.array(Id).min(1), [], ['At least one is needed.']],
  ['too many', z.array(z.string()).max(1), ['a', 'b'], ['There are more than 1.']],
  ['too little', z.int().min(3), 2, ['It has to be 3 or more.']],
  ['not even more', z.number().positive(), 0, ['It has to be more than 0.']],
  ['too much', z.int().max(3), 4, ['It has to be 3 or less.']],
  ['an empty text', z.string().min(1), '', ['It is empty.']],
  ['a text that is too long', Name, 'x'.repeat(301), ['It has more than 300 letters.']],
  ['none of the choices', z.enum(['draft', 'sent']), 'lost', ['It is one of: draft, sent.']],
  ['a field that is not there', z.strictObject({}), { serch: 1 }, ['There is no serch here.']],
  ['words of the schema’s own come first', Name, ' ', ['A name is needed.']],
  ['a currency that is none, told once', Currency, 'nope', ['Give the currency as three capital letters, such as EUR.']],
  ['an amount in a currency that is none', Money, { amountMinor: 1, currency: 'XXY' }, [expect.stringContaining('ISO 4217') as string]],
])('%s', (_, schema, value, sentences) => {
  expect(problems(schema, value)).toEqual(sentences)
})
