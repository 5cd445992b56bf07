import { Transform } from 'node:stream'

/** Lets `limit` bytes through; with the next one the stream fails with what `refuse` raises. */
export function atMost(limit: number, refuse: () => never): Transform {
  let seen = 0
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length
      if (seen <= limit) return done(null, part)
      try {
        return refuse()
      } catch (error) {
        return done(error as Error)
      }
    },
  })
}
