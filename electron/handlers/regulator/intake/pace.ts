/** How a batch gets on: seconds worked, files a second over the last moments, seconds left. */
export interface Pace {
  readonly tick: () => void
  readonly hold: () => void
  readonly go: () => void
  readonly of: (left: number) => { readonly elapsed: number; readonly left: number | null; readonly speed: number }
}

/** Moments that speed is taken over. */
const WINDOW = 10_000

/** Begins to measure; time on hold does not count. */
export function pace(now: () => number = () => performance.now()): Pace {
  let worked = 0
  let since: number | null = now()
  let ticks: number[] = []
  const elapsed = (): number => worked + (since === null ? 0 : now() - since)
  return {
    tick: () => { ticks.push(elapsed()); if (ticks.length > 4000) ticks = ticks.slice(-2000) },
    hold: () => { worked = elapsed(); since = null },
    go: () => { since ??= now() },
    of: (left) => {
      const at = elapsed()
      ticks = ticks.filter((tick) => tick > at - WINDOW)
      const speed = ticks.length === 0 ? 0 : (ticks.length * 1000) / Math.min(WINDOW, Math.max(at, 250))
      return { elapsed: Math.round(at / 1000), speed: Math.round(speed * 10) / 10, left: left === 0 ? 0 : speed > 0 ? Math.ceil(left / speed) : null }
    },
  }
}
