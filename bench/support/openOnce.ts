/** Opens a work file in a process of its own and prints the milliseconds: what a start of the application meets. */
import { opening } from './openFiles.ts'

const [dataDir = '', seedsDir = ''] = process.argv.slice(2)
process.stdout.write(String(await opening({ dataDir, seedsDir })))
