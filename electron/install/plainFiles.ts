import * as nodeFs from 'node:fs'
import { createRequire } from 'node:module'

/** The file system as it is: Electron's own shows app.asar as a folder. */
export const plainFiles: typeof nodeFs = process.versions.electron === undefined ? nodeFs : (createRequire(process.execPath)('original-fs') as typeof nodeFs)
