import { expect, test } from 'vitest'
import { readTable } from './helpers.ts'

const german = 'Name;Nutzername;Land\nJörg Müller;joerg;Österreich\nAnaïs;anais;Côte d’Azur\n'
const russian = 'Имя;Подписчики;Страна\nАнна Иванова;12 500;Россия\nОлег;900;Казахстан\n'

test.each([
  ['utf-8', 'Name,Handle\nZoë,zoe\nСаша,sasha\n名前,namae\n'],
  ['windows-1252', german],
  ['windows-1252', 'Name;Ø Likes;Land\nJörg Bäcker;843;Österreich\nAnaïs Müller;3.049;Österreich\nTomás;1;Österreich\n'],
  ['windows-1252', 'Nafn;Staður\nGuðrún Ísleifsdóttir;Hafnarfjörður\nÞórður;Reykjavík\n'],
  ['windows-1252', 'Name;Handle\nThe Berger’s ??;a\n@ ?èÀt;b\nZara Nyström;c\n'],
  ['windows-1252', 'Nom;Pays\nThe Lawal’s;Sénégal\n'],
  ['windows-1252', 'Navn;By\nBjørn Ødegård;Tromsø\nÅse;Ålesund\n'],
  ['windows-1252', 'Nome;Cidade\nConceição;São Paulo\nJosé Peña;Brasília\n'],
  ['windows-1250', 'Imię;Miasto\nŁukasz Wiśniewski;Łódź\n'],
  ['windows-1250', 'Jméno;Město\nJiří Dvořák;Plzeň\n'],
  ['windows-1250', 'Név;Város\nGyőző Nagy;Pécs\n'],
  ['windows-1251', russian],
  ['windows-1251', 'Ім’я;Місто\nОлексій;Київ\n'],
  ['koi8-r', russian],
  ['windows-1254', 'Kullanıcı adı;Şehir\nAyşe Yıldız;İstanbul\nÇağrı Doğan;İzmir\n'],
  ['windows-1253', 'Όνομα;Χώρα\nΜαρία Παπαδοπούλου;Ελλάδα\n'],
  ['macintosh', 'Nom;Pays\nJosé Peña;España\nZoë Müller;Österreich\n'],
  ['shift_jis', '名前,フォロワー数,国\n田中花子,12500,日本\n'],
  ['gb18030', '昵称,粉丝数,城市\n李小美,12500,上海\n'],
  ['euc-kr', '이름,팔로워,국가\n김민지,12500,대한민국\n'],
  ['utf-16le', russian],
  ['utf-16be', 'Name\tHandle\nAna\tana\n'],
])('%s: %s', async (encoding, text) => {
  const { table, rows } = await readTable(text, encoding)
  expect(table.encoding).toBe(encoding)
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(/[;,\t]/g, '¦'))
  expect([table.headers, ...rows].map((row) => row.join('¦'))).toEqual(lines)
})

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])('the byte order mark of %s is no part of the first header', async (encoding, mark) => {
  const { default: iconv } = await import('iconv-lite')
  const { table } = await readTable(Buffer.concat([Buffer.from(mark), iconv.encode('Name,Handle\nAna,ana\n', encoding)]))
  expect(table).toMatchObject({ encoding, headers: ['Name', 'Handle'] })
})

test('the first byte that is not UTF-8 may stand far into the file', async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `Maker ${at},maker${at}`).join('\n')
  const bytes = Buffer.concat([Buffer.from(`Name,Handle\n${lines}\n`), Buffer.from([0x5a, 0x6f, 0xeb]), Buffer.from(',zoe\n')])
  const { table, rows } = await readTable(bytes)
  expect(table.encoding).toBe('windows-1252')
  expect(rows.at(-1)).toEqual(['Zoë', 'zoe'])
})

test('a UTF-8 file with one damaged byte stays UTF-8', async () => {
  const text = Buffer.from('Name,Handle\nZoë,zoe\nАнна Иванова,anna\nJosé,jose\nX,x\n')
  text[text.length - 4] = 0xff
  const { table, rows } = await readTable(text)
  expect(table.encoding).toBe('utf-8')
  expect(rows[1]).toEqual(['Анна Иванова', 'anna'])
})
