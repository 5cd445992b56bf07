import { Link } from '@tanstack/react-router'
import classes from './match.module.css'

/** The two ways of finding people that begin on their own. */
export function MatchTabs() {
  return (
    <nav className={classes.tabs} aria-label="Ways to find creators">
      <Link to="/match" activeOptions={{ exact: true, includeSearch: false }} className={classes.tab}>
        For a campaign
      </Link>
      <Link to="/match/advocates" className={classes.tab}>
        Advocates
      </Link>
    </nav>
  )
}
