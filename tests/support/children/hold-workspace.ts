import { engineIn } from './engine-in.ts'

// Opens a workspace, says so, and keeps it until it is killed or its input ends.
const engine = await engineIn(process.argv[2] ?? '', true)
process.stdout.write('open\n')
process.stdin.resume().on('end', () => void engine.close())
