import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handleKey, parseHandle, profileUrl } from '#src/shared/domain/handles.ts'
import { PLATFORMS, platformById, platformOfWord } from '#src/shared/domain/platforms.ts'

function read(text: string, platform: string | null = null) {
  const parsed = parseHandle(text, platform)
  if (parsed.kind === 'value') return parsed.value
  return parsed.kind === 'missing' ? parsed.reason : parsed.problem
}

const channel = 'UCabcdefghijklmnopqrstuv'

describe('profile addresses', () => {
  test.each([
    ['https://www.instagram.com/Ana.Lima/?hl=en', 'instagram', 'Ana.Lima', 'https://www.instagram.com/Ana.Lima/'],
    ['instagram.com/ana', 'instagram', 'ana', 'https://www.instagram.com/ana/'],
    ['http://m.instagram.com/ana/reels/', 'instagram', 'ana', 'https://www.instagram.com/ana/'],
    ['https://instagram.com/stories/ana/123456', 'instagram', 'ana', 'https://www.instagram.com/ana/'],
    ['HTTPS://WWW.INSTAGRAM.COM/@ana#top', 'instagram', 'ana', 'https://www.instagram.com/ana/'],
    ['tiktok.com/@x', 'tiktok', 'x', 'https://www.tiktok.com/@x'],
    ['https://www.tiktok.com/@vita.rest/video/7567452112981069079?lang=en', 'tiktok', 'vita.rest', 'https://www.tiktok.com/@vita.rest'],
    ['https://m.youtube.com/@AnaLima', 'youtube', 'AnaLima', 'https://www.youtube.com/@AnaLima'],
    [`youtube.com/channel/${channel}`, 'youtube', channel, `https://www.youtube.com/channel/${channel}`],
    ['https://www.youtube.com/c/AnaLima/videos', 'youtube', 'AnaLima', 'https://www.youtube.com/c/AnaLima'],
    ['https://www.youtube.com/user/analima', 'youtube', 'analima', 'https://www.youtube.com/user/analima'],
    ['https://www.youtube.com/AnaLima', 'youtube', 'AnaLima', 'https://www.youtube.com/@AnaLima'],
    ['https://www.youtube.com/@%D0%90%D0%BD%D0%B0', 'youtube', 'Ана', 'https://www.youtube.com/@%D0%90%D0%BD%D0%B0'],
    ['https://de.linkedin.com/in/ana-lima-123/', 'linkedin', 'ana-lima-123', 'https://www.linkedin.com/in/ana-lima-123/'],
    ['linkedin.com/company/acme/about', 'linkedin', 'company/acme', 'https://www.linkedin.com/company/acme/'],
    ['https://br.pinterest.com/analima/_saved/', 'pinterest', 'analima', 'https://www.pinterest.com/analima/'],
    ['pinterest.co.uk/analima', 'pinterest', 'analima', 'https://www.pinterest.com/analima/'],
    ['https://bere.al/ana', 'bereal', 'ana', 'https://bere.al/ana'],
    ['https://www.threads.net/@ana', 'threads', 'ana', 'https://www.threads.com/@ana'],
    ['https://bsky.app/profile/ana.bsky.social', 'bluesky', 'ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'],
    ['https://mobile.twitter.com/ana/status/1', 'x', 'ana', 'https://x.com/ana'],
    ['https://www.facebook.com/profile.php?id=100012345', 'facebook', '100012345', 'https://www.facebook.com/100012345'],
    ['https://www.facebook.com/people/Ana-Lima/100012345/', 'facebook', '100012345', 'https://www.facebook.com/100012345'],
    ['fb.com/ana.lima', 'facebook', 'ana.lima', 'https://www.facebook.com/ana.lima'],
    ['https://www.twitch.tv/ana_live/videos', 'twitch', 'ana_live', 'https://www.twitch.tv/ana_live'],
    ['https://discord.com/invite/AbC123', 'discord', 'AbC123', 'https://discord.gg/AbC123'],
    ['https://ana.substack.com/', 'newsletter', 'ana.substack.com', 'https://ana.substack.com'],
  ])('%s is %s: %s', (text, platform, handle, url) => {
    expect(read(text)).toEqual({ platform, handle, key: handleKey(platform, handle), url })
  })

  test('an address tells its own platform, whatever the column says', () => {
    expect(read('https://www.tiktok.com/@ana', 'instagram')).toMatchObject({ platform: 'tiktok', handle: 'ana' })
  })

  test('sites of a blog or podcast, and of platforms nobody has described yet, are their own handle', () => {
    const site = 'ana-lima.com/blog'
    expect(read('https://www.Ana-Lima.com/blog/', 'blog')).toEqual({ platform: 'blog', handle: site, key: site, url: `https://${site}` })
    expect(read('https://medium.com/@ana', 'newsletter')).toMatchObject({ platform: 'newsletter', handle: 'medium.com/@ana' })
    expect(read('linktr.ee/ana')).toMatchObject({ platform: null, handle: 'linktr.ee/ana', url: 'https://linktr.ee/ana' })
    expect(read('https://newplace.example/@ana', 'newplace')).toMatchObject({ platform: 'newplace', handle: 'newplace.example/@ana' })
  })

  test.each([
    ['https://www.instagram.com/p/DHWRIh_CLiR/', 'This address leads to no profile.'],
    ['https://www.instagram.com/', 'This address leads to no profile.'],
    ['instagram.com', 'This address leads to no profile.'],
    ['https://www.youtube.com/watch?v=abc', 'This address leads to no profile.'],
    ['https://www.tiktok.com/tag/food', 'This address leads to no profile.'],
    ['https://youtu.be/abc', 'This is a short link; paste the profile’s own address.'],
    ['https://vm.tiktok.com/ZMabc/', 'This is a short link; paste the profile’s own address.'],
    ['ana@agency.example', 'This is an e-mail address; a handle or a profile address is needed.'],
  ])('%s is a problem: %s', (text, sentence) => {
    expect(read(text)).toBe(sentence)
  })

  test('an address elsewhere is refused in a column of one platform', () => {
    expect(read('https://example.org/ana', 'instagram')).toBe('This address is not on Instagram.')
  })
})

describe('plain handles', () => {
  test.each([
    ['@Ana', 'Ana', 'ana'],
    ['ana', 'ana', 'ana'],
    ['  @ANA_1 ', 'ANA_1', 'ana_1'],
    ['khaby.lame', 'khaby.lame', 'khaby.lame'],
    ['@vita.rest.bg', 'vita.rest.bg', 'vita.rest.bg'],
    ['\u200e@ana\u202c', 'ana', 'ana'],
    ['@@ana', 'ana', 'ana'],
    ['__ana__', '__ana__', '__ana__'],
    ['433', '433', '433'],
    ['@nan', 'nan', 'nan'],
    ['hidden', 'hidden', 'hidden'],
  ])('%j is %s', (text, handle, key) => {
    expect(read(text, 'tiktok')).toEqual({ platform: 'tiktok', handle, key, url: `https://www.tiktok.com/@${handle}` })
  })

  test('display names with spaces, signs and emoji survive, without an address', () => {
    const [handle, key] = ['✿ Kids Maya Show', '✿ kids maya show']
    expect(read('✿ Kids  Maya Show', 'youtube')).toEqual({ platform: 'youtube', handle, key, url: null })
    expect(read('AC/DC', 'youtube')).toMatchObject({ handle: 'AC/DC', url: null })
    expect(read('김우빈', 'youtube')).toMatchObject({ handle: '김우빈' })
    expect(read('Ana Lima', 'instagram')).toMatchObject({ handle: 'Ana Lima', url: null })
  })

  test('a label before the handle tells the platform', () => {
    expect(read('IG: @ana', 'tiktok')).toMatchObject({ platform: 'instagram', handle: 'ana' })
    expect(read('Note: ana', 'tiktok')).toMatchObject({ platform: 'tiktok', handle: 'Note: ana' })
  })

  test('without a platform a handle has no address', () => {
    expect(read('@ana')).toEqual({ platform: null, handle: 'ana', key: 'ana', url: null })
  })

  test.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['@', 'blank'],
    ['-', 'placeholder'],
    ['N/A', 'placeholder'],
    ['nan', 'placeholder'],
    ['#REF!', 'formula error'],
  ])('%j is missing: %s', (text, reason) => {
    expect(read(text, 'instagram')).toBe(reason)
  })
})

describe('keys', () => {
  test('ignore case, except in ids that depend on it', () => {
    expect(handleKey('instagram', 'Ana')).toBe(handleKey('instagram', 'aNA'))
    expect(handleKey('youtube', channel)).not.toBe(handleKey('youtube', channel.replace('abc', 'ABC')))
    expect(handleKey('youtube', 'AnaLima')).toBe('analima')
  })

  test('are the same for a handle, with its @ and as its address', () => {
    const reserved = new Set(['null', 'none', 'undefined', ...PLATFORMS.flatMap((platform) => platform.reserved)])
    const handle = fc.stringMatching(/^[a-zA-Z][a-zA-Z\d]{2,18}$/).filter((name) => !reserved.has(name.toLowerCase()))
    const social = fc.constantFrom(...PLATFORMS.filter(({ hosts }) => hosts.length > 0).map(({ id }) => id))
    fc.assert(
      fc.property(handle, social, (name, platform) => {
        const url = profileUrl(platform, name) ?? ''
        for (const text of [name, `@${name}`, url, url.replace('https://www.', ''), `${url}?utm_source=list`]) {
          expect(read(text, platform)).toMatchObject({ platform, handle: name, key: handleKey(platform, name), url })
        }
      }),
    )
  })

  test('of keys are themselves, and no text breaks the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(null, ...PLATFORMS.map(({ id }) => id)), (text, platform) => {
        const parsed = parseHandle(text, platform)
        const key = parsed.kind === 'value' ? parsed.value.key : 'ana'
        expect(handleKey(platform, key)).toBe(key)
      }),
    )
  })
})

describe('platforms', () => {
  test('are those the field names, each with formats and a way to its profiles', () => {
    expect(PLATFORMS.map(({ label }) => label)).toEqual([
      'Instagram',
      'TikTok',
      'YouTube',
      'LinkedIn',
      'Pinterest',
      'BeReal',
      'Threads',
      'Bluesky',
      'X',
      'Facebook',
      'Twitch',
      'Discord',
      'Newsletter',
      'Blog',
      'Podcast',
    ])
    expect(PLATFORMS.every(({ formats, profileUrls }) => formats.length > 0 && profileUrls.length > 0)).toBe(true)
    const formats = platformById('instagram')?.formats.map(({ label }) => label)
    expect(formats).toEqual(['Feed post', 'Reel', 'Story', 'Carousel', 'Collab post', 'Live'])
  })

  test('are found under the words lists use', () => {
    const words = ['IG', 'Insta', 'Tik  Tok', 'YT', 'Twitter', 'x', 'FACEBOOK', 'instagram.com', 'm.youtube.com', 'Myspace']
    const ids = ['instagram', 'instagram', 'tiktok', 'youtube', 'x', 'x', 'facebook', 'instagram', 'youtube', null]
    expect(words.map(platformOfWord)).toEqual(ids)
  })
})
