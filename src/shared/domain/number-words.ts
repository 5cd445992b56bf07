/**
 * How a language spells whole numbers, in the rules of Unicode's locale data (CLDR, rule-based number formats), so that a further language
 * is a copy of its rules and no code. Each rule stands for the numbers from its base up to the next rule's: `20: twenty[->>]`. In it `<<`
 * is what the divisor (the highest power of ten in the base) goes in, `>>` the rest, each spelled by the same set or, as `<%other<`, by
 * another; `=%other=` spells the number itself; what is in brackets falls away where the rest is 0. `72/20:` sets another power.
 */
export interface NumberSpelling {
  /** The set a whole amount begins with. */
  readonly start: string
  readonly sets: Readonly<Record<string, readonly string[]>>
}

interface Rule {
  base: number
  divisor: number
  text: string
}

const parsedSets = new WeakMap<readonly string[], readonly Rule[]>()

/** A whole number that is not negative in words: 1,234 is "one thousand two hundred thirty-four". Throws a RangeError for any other number
 *  and for rules that refer to a set that is not there. */
export function numberInWords(value: number, spelling: NumberSpelling): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('Only whole numbers that are not negative can be spelled out.')
  return spelled(value, spelling.start, spelling)
}

function spelled(value: number, set: string, spelling: NumberSpelling): string {
  const rule = rulesOf(set, spelling).findLast(({ base }) => base <= value)
  if (!rule) throw new RangeError(`The rules "${set}" say nothing of ${value}.`)
  const rest = value % rule.divisor
  return rule.text
    .replace(/\[([^\]]*)\]/, rest === 0 ? '' : '$1')
    .replaceAll(/([<>=])(?:%([\w-]+))?\1/g, (_, side: string, other: string | undefined) => {
      const part = side === '<' ? Math.floor(value / rule.divisor) : side === '>' ? rest : value
      return spelled(part, other ?? set, spelling)
    })
}

function rulesOf(set: string, { sets }: NumberSpelling): readonly Rule[] {
  const lines = sets[set]
  if (!lines) throw new RangeError(`There are no rules "${set}".`)
  const known = parsedSets.get(lines)
  if (known) return known
  const rules = lines.map(ruleOf)
  parsedSets.set(lines, rules)
  return rules
}

function ruleOf(line: string): Rule {
  const [, base = '', radix = '10', text = ''] = /^(\d+)(?:\/(\d+))?: (.*)$/.exec(line) ?? notARule(line)
  const step = Number(radix)
  let divisor = 1
  while (divisor * step <= Number(base)) divisor *= step
  return { base: Number(base), divisor, text }
}

function notARule(line: string): never {
  throw new RangeError(`"${line}" is no rule for spelling numbers.`)
}
