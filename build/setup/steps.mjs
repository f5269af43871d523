// The parts of `npm test` and `npm run check`, and what they add up to.
import fs from 'node:fs';
import path from 'node:path';
import { modules, projectNode, root } from './paths.mjs';
import { ownEnvironment, runHere } from './run.mjs';
import { say } from './say.mjs';
import { testEnvironment } from './testEnvironment.mjs';

const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const PROJECTS = ['core', 'electron', 'renderer', 'tests'];

/** An empty account of what passed and failed. */
export function newAccount() {
  return { passed: 0, failed: 0, suites: [], notRun: [], broken: [] };
}

/** Checks the types of the four projects, then the lint rules. */
export async function runStaticChecks(account) {
  for (const project of PROJECTS) await runStep(account, `types ${project}`, ['typescript', 'tsc'], ['-p', project]);
  const lint = ['-c', 'build/oxlint.json', '--deny-warnings', 'core', 'electron', 'renderer', 'tests', 'bench', 'build'];
  await runStep(account, 'lint', ['oxlint', 'oxlint'], lint);
}

async function runStep(account, name, [packageName, command], args) {
  const began = Date.now();
  const script = path.join(modules, packageName, 'bin', command);
  const status = await runHere(projectNode, [script, ...args], { env: ownEnvironment(testEnvironment) });
  account.suites.push({ name, ms: Date.now() - began });
  if (status === 0) account.passed += 1;
  else fail(account, name);
  say(`${status === 0 ? '✓' : '✗'} ${name}`);
}

/** Runs the suites of one Vitest configuration, all or those under `only`, and adds up its tests. */
export async function runSuites(account, { name, config, only = [] }, env) {
  const file = path.join(root, 'out', 'tests', `${name}.json`);
  fs.rmSync(file, { force: true });
  const script = path.join(modules, 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = [script, 'run', '--config', path.join('build', config), ...reporters, ...only];
  const status = await runHere(projectNode, args, { env: { ...ownEnvironment(), ...env, ...testEnvironment } });
  const found = newAccount();
  if (fs.existsSync(file)) addResults(found, JSON.parse(fs.readFileSync(file, 'utf8')));
  if (found.passed + found.failed === 0) fail(found, `${name}: no test was executed`);
  if (status !== 0 && found.failed === 0) fail(found, `${name}: ended with status ${status}`);
  merge(account, found);
}

function addResults(account, report) {
  for (const suite of report.testResults) {
    const name = path.relative(root, suite.name);
    account.suites.push({ name, ms: suite.endTime - suite.startTime });
    for (const test of suite.assertionResults) addTest(account, name, test);
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')) fail(account, name);
  }
}

function addTest(account, suite, test) {
  const name = `${suite} › ${test.fullName}`.slice(0, 200);
  if (test.status === 'passed') account.passed += 1;
  else if (test.status === 'failed') fail(account, name);
  else account.notRun.push(name);
}

function merge(account, found) {
  account.passed += found.passed;
  account.failed += found.failed;
  for (const list of ['suites', 'notRun', 'broken']) account[list].push(...found[list]);
}

function fail(account, name) {
  account.failed += 1;
  account.broken.push(name);
}

/** Prints the account, its last line being `N passed, N failed`, and returns the exit status. With `whole`, CI refuses tests not run. */
export function printAccount(account, { whole = false } = {}) {
  const slowest = account.suites.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
  const lines = ['', '最慢的十组：', ...slowest.map((suite) => `${(suite.ms / 1000).toFixed(1).padStart(8)} s  ${suite.name}`)];
  if (inCi && whole) for (const name of account.notRun) fail(account, `not run: ${name}`);
  else lines.push(...account.notRun.map((name) => `not run: ${name}`));
  if (account.broken.length > 0) lines.push('', '没有通过：', ...account.broken.map((name) => `  ✗ ${name}`));
  lines.push('', `${account.passed} passed, ${account.failed} failed`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return account.failed === 0 && account.passed > 0 ? 0 : 1;
}
