import { runEngineSide } from './doors/loopback/engine-side.ts'

// The engine process of the browser preview; started by doors/loopback/supervise.ts alone.
runEngineSide()
