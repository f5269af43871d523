// npm run long: what takes hours. Thousands of kills and faults, whole packages twice, then an hour of scripted work with its memory watched,
// tables over a nation's ledger and the intake of thousands of files.
// The last line is `N passed, N failed`.
import path from 'node:path';
import { startDisplay } from './setup/display.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runHere } from './setup/run.mjs';
import { orExplain, say } from './setup/say.mjs';
import { newAccount, printAccount, runSuites } from './setup/steps.mjs';
import { testEnvironment } from './setup/testEnvironment.mjs';

/** How much of everything, unless the environment says otherwise. */
const amounts = { JIANBAO_KILLS: '2000', JIANBAO_FAULT_ROUNDS: '200', JIANBAO_MEMORY_MINUTES: '60', JIANBAO_DIST_WHOLE: '1', JIANBAO_BENCH_UNITS: '54000', INTAKE_FILES: '1500' };

await orExplain(async () => {
  const account = newAccount();
  const ready = await prepare({ tests: true });
  const display = await startDisplay();
  const asked = Object.fromEntries(Object.entries(amounts).map(([name, most]) => [name, process.env[name] ?? most]));
  const env = { ...ready.env, ...asked, ...(display === null ? {} : { DISPLAY: display.name }) };
  await runSuites(account, { name: 'long', config: 'vitest.config.mjs', only: ['tests/faults', 'tests/dist'] }, env);
  for (const [bench, size] of [['memory', `${asked.JIANBAO_MEMORY_MINUTES} 分钟`], ['consolidate', `${asked.JIANBAO_BENCH_UNITS} 家`], ['intake', `${asked.INTAKE_FILES} 份`]]) {
    say(`— ${bench}，${size}`);
    const status = await runHere(projectNode, [path.join(root, 'bench', `${bench}.bench.ts`)], { env: { ...process.env, ...env, ...testEnvironment } });
    if (status === 0) account.passed += 1;
    else {
      account.failed += 1;
      account.broken.push(`bench/${bench}.bench.ts`);
    }
  }
  display?.stop();
  process.exit(printAccount(account));
});
