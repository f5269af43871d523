import { Suspense, lazy } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { Screen } from '../store/nav.ts'

/** Every screen but home: fetched when it is first gone to, or while nobody is waiting. */
const loads: Readonly<Record<Exclude<Screen, 'home'>, () => Promise<{ default: ComponentType }>>> = {
  entry: () => import('./entry/EntryScreen.tsx').then((m) => ({ default: m.EntryScreen })),
  audit: () => import('./audit/AuditScreen.tsx').then((m) => ({ default: m.AuditScreen })),
  seal: () => import('./seal/SealScreen.tsx').then((m) => ({ default: m.SealScreen })),
  import: () => import('./import/ImportScreen.tsx').then((m) => ({ default: m.ImportScreen })),
  prior: () => import('./prior/PriorScreen.tsx').then((m) => ({ default: m.PriorScreen })),
  part: () => import('./part/PartScreen.tsx').then((m) => ({ default: m.PartScreen })),
  print: () => import('./print/PrintScreen.tsx').then((m) => ({ default: m.PrintScreen })),
  safety: () => import('./safety/SafetyScreen.tsx').then((m) => ({ default: m.SafetyScreen })),
  office: () => import('./office/OfficeScreen.tsx').then((m) => ({ default: m.OfficeScreen })),
  register: () => import('./register/RegisterScreen.tsx').then((m) => ({ default: m.RegisterScreen })),
  intake: () => import('./intake/IntakeScreen.tsx').then((m) => ({ default: m.IntakeScreen })),
  review: () => import('./review/ReviewScreen.tsx').then((m) => ({ default: m.ReviewScreen })),
  tables: () => import('./tables/TablesScreen.tsx').then((m) => ({ default: m.TablesScreen })),
  monitor: () => import('./monitor/MonitorScreen.tsx').then((m) => ({ default: m.MonitorScreen })),
  bulletin: () => import('./bulletin/BulletinScreen.tsx').then((m) => ({ default: m.BulletinScreen })),
  sample: () => import('./sample/SampleScreen.tsx').then((m) => ({ default: m.SampleScreen })),
  ledger: () => import('./ledger/LedgerScreen.tsx').then((m) => ({ default: m.LedgerScreen })),
  about: () => import('./about/AboutScreen.tsx').then((m) => ({ default: m.AboutScreen })),
  verify: () => import('./verify/VerifyScreen.tsx').then((m) => ({ default: m.VerifyScreen })),
}

const screens: Readonly<Record<Exclude<Screen, 'home'>, ComponentType>> = {
  entry: lazy(loads.entry), audit: lazy(loads.audit), seal: lazy(loads.seal), import: lazy(loads.import), prior: lazy(loads.prior),
  part: lazy(loads.part), print: lazy(loads.print), safety: lazy(loads.safety), about: lazy(loads.about), verify: lazy(loads.verify),
  office: lazy(loads.office), register: lazy(loads.register), intake: lazy(loads.intake), review: lazy(loads.review), tables: lazy(loads.tables),
  monitor: lazy(loads.monitor), bulletin: lazy(loads.bulletin), sample: lazy(loads.sample), ledger: lazy(loads.ledger),
}

/** One screen other than home. */
export const laterScreen = (screen: Exclude<Screen, 'home'>): ReactNode => {
  const Drawn = screens[screen]
  return <Suspense fallback={<main className="waiting" aria-busy="true" />}><Drawn /></Suspense>
}

/** Fetches every screen once the first one stands. */
export const fetchLater = (): void => {
  requestIdleCallback(() => { for (const load of Object.values(loads)) void load() }, { timeout: 2000 })
}
