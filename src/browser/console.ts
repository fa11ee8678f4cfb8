/** All that an agents' page without a bundler needs: the console, the desk behind it, and the way to the hub. */
export { mountConsole } from '../console/index.ts'
export { createDesk } from '../desk/index.ts'
export { http } from '../transports/http.ts'
