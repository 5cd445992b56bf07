/** Items with their places, for lists that never change their order and whose items have nothing else to be told apart by. */
export function numbered<Item>(items: readonly Item[]): { place: number; item: Item }[] {
  return items.map((item, place) => ({ place, item }))
}
