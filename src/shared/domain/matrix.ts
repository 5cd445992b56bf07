/** The inverse of a square matrix of `size` rows, stored row by row (Gauss–Jordan, partial pivoting). Throws a RangeError for none. */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  const left = matrix.slice()
  const right = new Float64Array(size * size)
  for (let place = 0; place < size; place++) right[place * size + place] = 1
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(left, size, column)
    if (pivot !== column) for (const half of [left, right]) swapRows(half, size, pivot, column)
    const scale = left[column * size + column] ?? 0
    if (scale === 0) throw new RangeError('The matrix has no inverse.')
    for (const half of [left, right]) for (let k = 0; k < size; k++) half[column * size + k] = (half[column * size + k] ?? 0) / scale
    for (let row = 0; row < size; row++) if (row !== column) eliminate(left, right, size, row, column)
  }
  return right
}

function largestBelow(matrix: Float64Array, size: number, column: number): number {
  let largest = column
  for (let row = column + 1; row < size; row++) {
    if (Math.abs(matrix[row * size + column] ?? 0) > Math.abs(matrix[largest * size + column] ?? 0)) largest = row
  }
  return largest
}

function swapRows(matrix: Float64Array, size: number, a: number, b: number): void {
  const kept = matrix.slice(a * size, (a + 1) * size)
  matrix.copyWithin(a * size, b * size, (b + 1) * size)
  matrix.set(kept, b * size)
}

function eliminate(left: Float64Array, right: Float64Array, size: number, row: number, column: number): void {
  const factor = left[row * size + column] ?? 0
  if (factor === 0) return
  for (const half of [left, right]) {
    for (let k = 0; k < size; k++) half[row * size + k] = (half[row * size + k] ?? 0) - factor * (half[column * size + k] ?? 0)
  }
}
