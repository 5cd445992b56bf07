import { expect, test } from 'vitest'
import { isOurPage, isOurRequest, pageScheme } from '#src/main/shell/our-page.ts'

const ours = ['troupe://app/', 'troupe://app/index.html', 'troupe://app/#/roster', 'troupe://app', 'TROUPE://app/']
test.each(ours)('%s is our page', (address) => {
  expect(isOurPage(address)).toBe(true)
})

test.each([
  'troupe://app.example.com/',
  'troupe://application/',
  'troupe://app:8080/',
  'troupe://app@evil.example/',
  'troupe://evil@app/',
  'troupes://app/',
  'troupe:app/',
  'troupe:///app/',
  'https://app/',
  'https://example.com/#troupe://app/',
  'file:///troupe://app/',
  'about:blank',
  'javascript:troupe://app/',
  'data:text/html,troupe://app/',
  '',
  'blob:troupe://app/1',
])('%s is not', (address) => {
  expect(isOurPage(address)).toBe(false)
})

test.each([
  ['troupe://app/assets/a.js', true],
  ['blob:troupe://app/7c9e', true],
  ['data:image/png;base64,AA==', true],
  ['blob:https://example.com/7c9e', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:9222/', false],
  ['ws://localhost/', false],
  ['file:///etc/passwd', false],
  ['chrome://settings', false],
  ['ftp://app/', false],
])('a request for %s: %s', (address, isAllowed) => {
  expect(isOurRequest(address)).toBe(isAllowed)
})

test('the scheme is named without its colon', () => {
  expect(pageScheme).toBe('troupe')
})
