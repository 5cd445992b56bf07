import { Day, Money } from '../../../ui/figures.tsx'
import { TodayActions } from './TodayActions.tsx'
import classes from './today.module.css'
import { kindWords, type Item } from './today-words.ts'

/** One thing to do, with the button that does it. */
export function TodayRow({ item }: { item: Item }) {
  const { kind, title, detail, dueOn, amount } = item
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <span className={classes.kind}>
          {kindWords[kind]}
          {dueOn && (
            <>
              {' '}
              · <Day value={dueOn} />
            </>
          )}
        </span>
        <span className={classes.what} title={title}>
          {title}
        </span>
        <span className={classes.detail} title={detail}>
          {detail}
        </span>
      </div>
      <div className={classes.side}>
        {amount && (
          <span className={classes.amount}>
            <Money value={amount} />
          </span>
        )}
        <div className={classes.buttons}>
          <TodayActions item={item} />
        </div>
      </div>
    </li>
  )
}
