/** What a process that holds the engine is started with. Left to itself V8 lets what is soon forgotten grow to 128 MB before it clears it
 *  away, which is more than all that the engine really holds; with 16 MB a selection takes no longer. scripts/lib/node.mjs has the same for
 *  the commands. */
export const engineFlags: readonly string[] = ['--max-semi-space-size=8']
