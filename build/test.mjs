// npm test: prepares whatever is missing, then every check and every test. The last line is `N passed, N failed`.
import { startDisplay } from './setup/display.mjs';
import { prepare } from './setup/prepare.mjs';
import { orExplain } from './setup/say.mjs';
import { newAccount, printAccount, runStaticChecks, runSuites } from './setup/steps.mjs';

await orExplain(async () => {
  const account = newAccount();
  const ready = await prepare({ tests: true });
  const display = await startDisplay();
  const env = { ...ready.env, ...(display === null ? {} : { DISPLAY: display.name }) };
  await runStaticChecks(account);
  await runSuites(account, { name: 'tests', config: 'vitest.config.mjs' }, env);
  await runSuites(account, { name: 'e2e', config: 'vitest.e2e.mjs' }, env);
  display?.stop();
  process.exit(printAccount(account, { whole: true }));
});
