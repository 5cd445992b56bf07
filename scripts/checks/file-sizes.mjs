import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { sourceFiles } from './source-files.mjs'

const limits = { median: 80, nineOfTen: 300, longest: 500, line: 140 }

/** Holds the lengths of source files under the house's limits. @param {string} root @returns {{ problems: string[], notes: string[] }} */
export function checkFileSizes(root) {
  const files = sourceFiles(root)
    .map((path) => {
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
      return { name: relative(root, path), lines: lines.length, wide: lines.filter((line) => line.length > limits.line).length }
    })
    .toSorted((a, b) => b.lines - a.lines)
  const [median, nineOfTen] = [files[Math.floor(files.length / 2)]?.lines ?? 0, files[Math.floor(files.length / 10)]?.lines ?? 0]
  const problems = files
    .filter(({ lines }) => lines > limits.longest)
    .map(({ name, lines }) => `${name} has ${lines} lines; ${limits.longest} is the most.`)
  if (median > limits.median) problems.push(`The median file has ${median} lines; ${limits.median} is the most.`)
  if (nineOfTen >= limits.nineOfTen)
    problems.push(`One file in ten has ${nineOfTen} lines or more; nine of ten stay under ${limits.nineOfTen}.`)
  const wide = files.reduce((sum, file) => sum + file.wide, 0)
  const notes = [
    `${files.length} files, median ${median} lines, nine of ten under ${nineOfTen + 1}, longest ${files[0]?.lines ?? 0}; ${wide} lines over ${limits.line} characters`,
  ]
  return { problems, notes }
}
