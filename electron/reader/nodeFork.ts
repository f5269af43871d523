import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { heapFlags } from './heap.ts'
import type { ForkReader, FromReader } from './messages.ts'

const here = fileURLToPath(import.meta.url)
/** The program: beside this file in a checkout, beside the bundle in a build. */
const program = join(dirname(here), here.endsWith('.ts') ? 'reader.ts' : 'reader.cjs')

/** Readers as child processes of Node. */
export const nodeReaders: ForkReader = ({ heard, ended }, heapMb) => {
  const child = fork(program, [], { serialization: 'advanced', execArgv: [...heapFlags(heapMb)], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  child.on('message', (message) => heard(message as FromReader))
  child.on('exit', ended)
  child.on('error', ended)
  return {
    send: (message) => { if (child.connected) child.send(message, () => undefined) },
    kill: () => { child.kill('SIGKILL') },
    memory: () => (child.pid === undefined ? null : residentOf(child.pid)),
  }
}

/** Memory of a process as Linux tells it; null elsewhere, where the heap's bound stands alone. */
function residentOf(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch { return null }
}
