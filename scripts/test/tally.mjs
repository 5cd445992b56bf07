const mostShown = 40

/** Counts what passed, failed and was skipped, checks and tests alike, and says so at the end. */
export class Tally {
  passed = 0
  failed = 0
  skipped = 0
  #failures = []
  #skips = new Map()
  #isPrinted = false

  pass(count = 1) {
    this.passed += count
  }

  /** @param {string} name @param {string} reason */
  fail(name, reason) {
    this.failed += 1
    this.#failures.push(`${name}: ${reason}`)
  }

  /** @param {string} what the group that was skipped, with its reason @param {number} [count] */
  skip(what, count = 1) {
    this.skipped += count
    this.#skips.set(what, (this.#skips.get(what) ?? 0) + count)
  }

  /** The closing lines: what was skipped and why, what failed, and the counts as the very last. @param {number} began when the run began, ms */
  print(began) {
    if (this.#isPrinted) return
    this.#isPrinted = true
    console.log(
      `\nTook ${Math.round((Date.now() - began) / 1000)} s. Ran ${this.passed + this.failed} checks and tests; ${this.skipped} were skipped.`,
    )
    for (const [what, count] of this.#skips) console.log(`  skipped ${count}: ${what}`)
    for (const failure of this.#failures.slice(0, mostShown)) console.log(`  failed: ${failure}`)
    if (this.#failures.length > mostShown) console.log(`  and ${this.#failures.length - mostShown} more`)
    console.log([`${this.passed} passed`, `${this.failed} failed`, ...(this.skipped > 0 ? [`${this.skipped} skipped`] : [])].join(', '))
  }
}
