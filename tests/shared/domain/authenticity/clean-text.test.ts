import { expect, test } from 'vitest'
import { cleanComment } from '#src/shared/domain/authenticity/clean-text.ts'

test.each([
  ['first<br />second', 'first second'],
  ['I&#39;m &quot;here&quot; &amp; there &lt;3', 'I\'m "here" & there <3'],
  ['see <a href="https://example.org/a?b=1&amp;c=2" rel="x">this</a> now', 'see https://example.org/a?b=1&c=2 now'],
  ['<a href="https://example.org/watch?t=2m19s">2:19</a> best part', '2:19 best part'],
  ['<a href="https://example.org/tag">#cake</a>', '#cake'],
  ['<b>bold</b> <3 love > hate', 'bold <3 love > hate'],
  ['zero\u200bwidth\ufeff and \u202eturned', 'zerowidth and turned'],
  ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['&#1114112; &#0; &#xd800; &unknown;', '&unknown;'],
  ['👩‍🍳 cook', '👩‍🍳 cook'],
])('%j reads %j', (raw, text) => {
  expect(cleanComment(raw)).toBe(text)
})

test('nobody reads beyond 4,000 letters', () => {
  expect(cleanComment('word '.repeat(5000)).length).toBeLessThanOrEqual(4000)
  expect(cleanComment('\ufdfa'.repeat(5000)).length).toBeLessThanOrEqual(4000)
})
