/** Prints one line of a bench: ours and its twin in milliseconds, the ratio, its limit. A miss is shown, never a failed test. */
export function report(name: string, ours: number, twin: number, limit: number): void {
  const ratio = ours / twin
  const verdict = ratio <= limit ? 'ok' : 'over'
  console.log(`${name.padEnd(44)} ours ${ours.toFixed(3)} ms  twin ${twin.toFixed(3)} ms  ratio ${ratio.toFixed(2)}  limit ${limit}  ${verdict}`)
}
