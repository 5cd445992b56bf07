import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from './judge.ts'

const spam: [text: string, reason: string][] = [
  ['Pls suscribe to my chanel, i make gaming vids', 'It asks for subscribers.'],
  ['sssubscribee to meee!!', 'It asks for subscribers.'],
  ['Nice one. See my new track', 'It sends people somewhere else to look.'],
  ['like this comment if you still bake this every winter', 'It asks for likes.'],
  ['Get free gift cards here', 'It promises something for free, a prize or a discount.'],
  ['I earned 900 dollars from home, message me on whatsapp', 'It speaks of earning money, loans or investments.'],
  ['lovely cups, mine are at topfhaus-linden.pl/becher', 'It names the address of a web page.'],
  ['Promote it on @cozy.pages.daily', 'It offers to feature the post or asks for a collaboration, as promotion pages do.'],
  ['Schaut mal auf meinem Kanal vorbei, da gibt es Let’s Plays', 'It sends people somewhere else to look.'],
  ['Bitte abonniert mich, ich abonniere zurück', 'It asks for subscribers.'],
  ['Gewinnspiel! Gratis Handy, Link in der Bio', 'It promises something for free, a prize or a discount.'],
  ['Abonnez-vous à ma chaîne svp', 'It asks for subscribers.'],
  ['Suscríbanse a mi canal, subo videos de cocina', 'It asks for subscribers.'],
  ['Ganhe dinheiro online, clique no link da bio', 'It speaks of earning money, loans or investments.'],
  ['Iscrivetevi al mio canale grazie', 'It asks for subscribers.'],
  ['Kanalıma abone olun lütfen', 'It asks for subscribers.'],
  ['Подпишись на мой канал, там бесплатные конкурсы', 'It asks for subscribers.'],
  ['𝓢𝓾𝓫𝓼𝓬𝓻𝓲𝓫𝓮 𝓽𝓸 𝓶𝔂 𝓬𝓱𝓪𝓷𝓷𝓮𝓵', 'It asks for subscribers.'],
  [
    '<a href="https://bit.ly/3xyz">https://bit.ly/3xyz</a> ⬅️ click',
    'It holds a link to a shop, an app, a fundraiser or a shortened address.',
  ],
]

test.each(spam)('%s is promotion', (text, reason) => {
  const [judged] = judge([text])
  expect(judged?.verdict).toBe('promotional/spam')
  expect(judged?.spam).toBeGreaterThanOrEqual(0.5)
  expect(judged?.reasons).toContain(reason)
})

test.each([
  ['Does the serum help against dry skin in winter?', 'genuine'],
  ['Mega schönes Foto, woher ist die Jacke?', 'genuine'],
  ['Je cherche cette robe depuis longtemps, elle existe en bleu ?', 'genuine'],
  ['Qué receta tan buena, la hice ayer con mi hija', 'genuine'],
  ['Где это снято? Хочу туда поехать весной', 'genuine'],
  ['Danke für den Tipp, das Rezept habe ich gleich nachgekocht', 'genuine'],
  ['C’mon, you are so close to 14,000 followers, it will happen', 'genuine'],
  ['the bit at 2:19 had me crying 😂', 'genuine'],
  ['Nice pic dear 😍', 'generic praise'],
  ['sooo beautifulll!!!', 'generic praise'],
  ['Wunderschön 😍😍', 'generic praise'],
  ['Bellissima foto!', 'generic praise'],
  ['Muy linda', 'generic praise'],
  ['🔥🔥🔥', 'emoji-only'],
  ['❤️ 1️⃣ !!', 'emoji-only'],
  [':)', 'emoji-only'],
])('%s is %s', (text, verdict) => {
  const [judged] = judge([text])
  expect(judged?.verdict).toBe(verdict)
  expect(judged?.spam).toBeLessThan(0.5)
  expect(judged?.reasons.length).toBeGreaterThan(0)
})

test('a text that came before is repeated, whatever its capitals, accents and emoji, and names the line', () => {
  const [first, second, third, other] = judge([
    'Where is this café?',
    'WHERE IS THIS CAFE 😍',
    'where is  this café??',
    'Where is that bar?',
  ])
  expect(first?.verdict).toBe('genuine')
  expect(second).toMatchObject({ verdict: 'repeated', reasons: ['It says the same as line 2.'] })
  expect(third).toMatchObject({ verdict: 'repeated', reasons: ['It says the same as line 2.'] })
  expect(other?.verdict).toBe('genuine')
  expect(judge(['the part at 1:20', 'the part at 3:45'])[1]?.verdict).toBe('genuine')
  expect(judge(['subscribe to my channel', 'subscribe to my channel'])[1]).toMatchObject({
    verdict: 'promotional/spam',
    reasons: expect.arrayContaining(['It says the same as line 2.']),
  })
})

const kitchen = ['bread', 'dough', 'oven', 'salt', 'flour', 'yeast', 'crust', 'butter', 'loaf', 'baking']
const onTopic = Array.from(
  { length: 60 },
  (_, at) => `My ${kitchen[at % 10]} and ${kitchen[(at * 7 + 3) % 10]} turned out well on day ${at}`,
)
const stray =
  'The senators argued about pensions while trains between northern towns were cancelled, and nobody informed passengers of other routes'

const last = (texts: string[], about?: string) => judge(texts, about).at(-1)

test('what shares no subject with a large enough sample is off-topic, unless the caption speaks of it', () => {
  expect(last([...onTopic, stray])).toMatchObject({ verdict: 'off-topic', reasons: [expect.stringMatching(/^None of its \d+ words/)] })
  expect(last([...onTopic, stray], 'Why our trains are late')?.verdict).toBe('genuine')
  expect(last([...onTopic.slice(0, 20), stray])?.verdict).toBe('genuine')
  expect(judge([...onTopic, stray]).filter((judged) => judged?.verdict === 'off-topic')).toHaveLength(1)
})

test('a comment without text has no verdict', () => {
  expect(judge(['', '   ', '\u200b', '<br />', '&nbsp;'])).toEqual([null, null, null, null, null])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '<a href="',
        '">',
        '</a>',
        '&#',
        '&amp;',
        '&#x110000;',
        '&#55296;',
        'subscribe ',
        'my ',
        '🔥',
        'http://',
        '.com',
        '\ud800',
        '1:20',
      ),
    )
    .map((parts) => parts.join('')),
)

test('any text is judged, between 0 and 1, with a verdict and reasons that agree', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [judged] = judge([text])
      if (judged === null || judged === undefined) return
      expect(judged.spam).toBeGreaterThanOrEqual(0)
      expect(judged.spam).toBeLessThanOrEqual(1)
      expect(judged.verdict === 'promotional/spam').toBe(judged.spam >= 0.5)
      expect(judged.reasons.length).toBeGreaterThan(0)
      expect(judged.reasons.every((reason) => /^[A-Z].*\.$/.test(reason))).toBe(true)
    }),
  )
})

function verdictsOf(texts: readonly string[]): Map<string, unknown> {
  const judged = judge(texts)
  return new Map(texts.map((text, at) => [text, judged[at]]))
}

test('the order of the comments changes nothing but which of two is the repeated one', () => {
  const texts = [...onTopic, stray, ...spam.map(([text]) => text), 'Nice pic dear', '🔥']
  const told = verdictsOf(texts)
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
      expect(verdictsOf(shuffled)).toEqual(told)
    }),
    { numRuns: 20 },
  )
})
