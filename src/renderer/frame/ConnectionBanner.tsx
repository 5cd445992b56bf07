import { useEffect, useState } from 'react'
import { IconPlugConnected } from '@tabler/icons-react'
import { useLaneState } from '../api/events.ts'
import classes from './Frame.module.css'

/** An engine that is back within this time was never missed. */
const patienceMs = 400

/** Says that the engine is away, and goes when it is back. */
export function ConnectionBanner() {
  const state = useLaneState()
  const [isShown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(state !== 'open'), state === 'open' ? 0 : patienceMs)
    return () => clearTimeout(timer)
  }, [state])
  if (!isShown) return null
  return (
    <output className={classes.banner}>
      <IconPlugConnected size={16} stroke={1.5} aria-hidden />
      {state === 'connecting' ? 'Connecting' : 'Reconnecting. What you saved is kept'}
    </output>
  )
}
