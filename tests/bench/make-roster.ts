import { rosterDatabase } from './roster-data.ts'

// A process of its own, so that what making a roster takes is not counted as the roster's.
rosterDatabase(process.argv[2] ?? '', Number(process.argv[3])).close()
