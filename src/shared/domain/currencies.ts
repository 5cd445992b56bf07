// ISO 4217, list one (active codes). Kept as data because amounts are stored in minor units: a runtime's own table differs
// between versions (and from ISO for IQD, RSD and others), and a changed exponent would change every stored amount.
const CODES = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC
CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY
KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`

const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  $us: 'USD',
  $ca: 'CAD',
  $au: 'AUD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  hk$: 'HKD',
  nz$: 'NZD',
  s$: 'SGD',
  mx$: 'MXN',
  nt$: 'TWD',
  r$: 'BRL',
  '¥': 'JPY',
  'jp¥': 'JPY',
  'cn¥': 'CNY',
  元: 'CNY',
  円: 'JPY',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  'р.': 'RUB',
  '₺': 'TRY',
  tl: 'TRY',
  '₩': 'KRW',
  원: 'KRW',
  zł: 'PLN',
  zl: 'PLN',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₦': 'NGN',
  '₱': 'PHP',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  '₸': 'KZT',
  kč: 'CZK',
  ft: 'HUF',
  lei: 'RON',
  лв: 'BGN',
  'лв.': 'BGN',
  rp: 'IDR',
  rm: 'MYR',
  r: 'ZAR',
  '₵': 'GHS',
  'gh₵': 'GHS',
  ksh: 'KES',
  'fr.': 'CHF',
  'sfr.': 'CHF',
  'د.إ': 'AED',
  'ر.س': 'SAR',
  euro: 'EUR',
  euros: 'EUR',
  dollars: 'USD',
  dollar: 'USD',
}

// Signs that several currencies share: the column's own currency decides when it is one of them, else the first.
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'TWD', 'JMD', 'TTD', 'BBD', 'BSD', 'BMD', 'KYD', 'NAD'],
  '¥': ['JPY', 'CNY'],
}
// No first choice: without a hint nobody can tell these apart.
const UNCLEAR_SIGNS: Readonly<Record<string, readonly string[]>> = { kr: ['SEK', 'NOK', 'DKK', 'ISK'], 'kr.': ['DKK', 'SEK', 'NOK', 'ISK'] }

/** The active ISO 4217 codes, in alphabetical order. */
export const CURRENCY_CODES: readonly string[] = CODES.split(/\s+/)

const known = new Set(CURRENCY_CODES)

export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** How many decimals the currency's minor unit stands for: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217). */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2
}

/** The currency a sign, word or code stands for ("€", "R$", "usd", "zł"), or null. `hint` settles signs that several currencies share. */
export function currencyOfSign(sign: string, hint: string | null): string | null {
  const word = sign.toLowerCase()
  const candidates = SHARED_SIGNS[word] ?? UNCLEAR_SIGNS[word]
  if (candidates && hint !== null && candidates.includes(hint)) return hint
  if (SHARED_SIGNS[word]) return SHARED_SIGNS[word][0] ?? null
  if (SIGNS[word]) return SIGNS[word]
  const code = sign.toUpperCase()
  return known.has(code) ? code : null
}
