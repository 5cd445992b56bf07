import { writeFileSync } from 'node:fs'

/** Writes down for run-tests.mjs what became of every test, files that could not be loaded and hooks that failed included. */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counted = { passed: 0, failures: [], skips: [] }
    for (const module of modules) count(module, counted)
    for (const error of unhandledErrors) counted.failures.push({ name: 'outside any test', reason: firstLine(error) })
    writeFileSync(process.env.TROUPE_TEST_REPORT, JSON.stringify(counted))
  }
}

function count(module, counted) {
  const name = module.relativeModuleId
  for (const suite of [module, ...module.children.allSuites()]) {
    for (const error of suite.errors()) counted.failures.push({ name: `${name} ${suite.fullName ?? ''}`.trim(), reason: firstLine(error) })
  }
  for (const test of module.children.allTests()) {
    const { state, errors, note } = test.result()
    const whole = `${name}: ${test.fullName}`
    if (state === 'passed') counted.passed += 1
    else if (state === 'skipped') counted.skips.push(`${name}: ${skippedWhole(test)}${note ? ` (${note})` : ''}`)
    else counted.failures.push({ name: whole, reason: state === 'failed' ? firstLine(errors?.[0]) : 'was not run to its end' })
  }
}

/** The outermost group of which nothing ran, because its name says why. */
function skippedWhole(test) {
  let skipped = test
  for (let group = test.parent; group.type === 'suite'; group = group.parent) {
    if ([...group.children.allTests()].every((one) => one.result().state === 'skipped')) skipped = group
  }
  return skipped.fullName
}

function firstLine(error) {
  return String(error?.message ?? 'failed').split('\n', 1)[0]
}
