import type { PdfValue } from '../pdf/values.ts'

/** A transformation as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `one`, then `other`. */
export function multiplied(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one
  const [g, h, i, j, k, l] = other
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The matrix that six numbers give; undefined for anything else. */
export function matrixOf(values: readonly PdfValue[]): Matrix | undefined {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 6 && values.length === 6 ? (numbers as unknown as Matrix) : undefined
}
