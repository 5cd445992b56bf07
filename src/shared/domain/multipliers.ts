import { problem, type Problem } from './parsed.ts'

// Powers of ten, in the words of the languages agencies' lists come in.
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 3,
    thousand: 3,
    tsd: 3,
    tys: 3,
    тыс: 3,
    тысяч: 3,
    тысячи: 3,
    тис: 3,
    хил: 3,
    mille: 3,
    rb: 3,
    ribu: 3,
    bin: 3,
    tis: 3,
    tisíc: 3,
    tusen: 3,
    tusind: 3,
    duizend: 3,
    mila: 3,
    ezer: 3,
    ألف: 3,
    الف: 3,
    천: 3,
    千: 3,
    к: 3,
    lakh: 5,
    lakhs: 5,
    lac: 5,
    crore: 7,
    crores: 7,
    cr: 7,
    w: 4,
    万: 4,
    萬: 4,
    만: 4,
    m: 6,
    mm: 6,
    kk: 6,
    مليون: 6,
    mn: 6,
    mio: 6,
    mln: 6,
    млн: 6,
    м: 6,
    million: 6,
    millions: 6,
    millionen: 6,
    mi: 6,
    mill: 6,
    milhões: 6,
    millones: 6,
    jt: 6,
    juta: 6,
    tr: 6,
    b: 9,
    bn: 9,
    bln: 9,
    billion: 9,
    mrd: 9,
    mld: 9,
    md: 9,
    млрд: 9,
    億: 8,
    亿: 8,
    억: 8,
  }),
)

const UNCLEAR_MIL = problem('“mil” can mean a thousand or a million; write K or M.')

/**
 * The power of ten that a word after a numeral stands for: "K" 3, "Mio." 6, "тыс" 3, "E+06" 6; null for any other word.
 * "mil" is a thousand in Spanish and Portuguese, which write decimals with a comma, and a million in spoken English: elsewhere a problem.
 */
export function multiplierPower(word: string, hasCommaDecimals: boolean): number | Problem | null {
  if (word === 'K' || word === 'k') return 3
  if (word === 'M' || word === 'm') return 6
  const plain = word.toLowerCase().replace(/\.$/, '')
  if (plain === 'mil') return hasCommaDecimals ? 3 : UNCLEAR_MIL
  const exponent = /^e([+-]?\d{1,3})$/.exec(plain)?.[1]
  return exponent === undefined ? (POWERS.get(plain) ?? null) : Number(exponent)
}
