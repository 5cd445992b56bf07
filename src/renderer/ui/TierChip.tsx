import type { AccountTier } from '#src/shared/domain/tiers.ts'
import classes from './small.module.css'

const chips: Readonly<Record<AccountTier, { letters: string; word: string }>> = {
  'below nano': { letters: '<N', word: 'Below nano' },
  nano: { letters: 'N', word: 'Nano' },
  micro: { letters: 'Mi', word: 'Micro' },
  mid: { letters: 'Md', word: 'Mid' },
  macro: { letters: 'Ma', word: 'Macro' },
  mega: { letters: 'Me', word: 'Mega' },
}

/** The word for a tier, in sentence case. */
export function tierWord(tier: AccountTier): string {
  return chips[tier].word
}

/** A tier as a small chip with its word on pointing; nothing where the followers are not known. */
export function TierChip({ tier, isLong = false }: { tier: AccountTier | null; isLong?: boolean }) {
  if (tier === null) return <span title="Not known">–</span>
  const { letters, word } = chips[tier]
  if (isLong) return <span className={classes.chip}>{word}</span>
  return (
    <span className={classes.chip} title={word}>
      <span aria-hidden>{letters}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
