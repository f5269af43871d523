// npm run check: the fast part. Types, lint, layers, sizes, unit and scenario tests; needs no window.
import { ensureDependencies } from './setup/dependencies.mjs';
import { orExplain } from './setup/say.mjs';
import { newAccount, printAccount, runStaticChecks, runSuites } from './setup/steps.mjs';

await orExplain(async () => {
  const account = newAccount();
  ensureDependencies();
  await runStaticChecks(account);
  await runSuites(account, { name: 'check', config: 'vitest.config.mjs' }, { JIANBAO_FAST: '1' });
  process.exit(printAccount(account));
});
