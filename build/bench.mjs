// npm run bench [-- NAME…]: runs bench/NAME.bench.ts one after the other; each prints its ratios and ends with
// status 1 when one is over its limit.
import fs from 'node:fs';
import path from 'node:path';
import { startDisplay } from './setup/display.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runHere } from './setup/run.mjs';
import { SetupError, orExplain, say } from './setup/say.mjs';
import { testEnvironment } from './setup/testEnvironment.mjs';

const asked = process.argv.slice(2);

function chosen() {
  const all = fs.readdirSync(path.join(root, 'bench')).filter((file) => file.endsWith('.bench.ts')).sort();
  const files = all.filter((file) => asked.length === 0 || asked.includes(file.replace('.bench.ts', '')));
  if (files.length === 0) throw new SetupError(`bench/ 里没有${asked.length > 0 ? `名为 ${asked.join('、')} 的` : ''}测速程序。`);
  return files;
}

await orExplain(async () => {
  const files = chosen();
  const ready = await prepare();
  const display = await startDisplay();
  // An hour of work is for `npm run long`.
  const minutes = process.env.JIANBAO_MEMORY_MINUTES ?? '2';
  const env = { ...ready.env, ...testEnvironment, JIANBAO_MEMORY_MINUTES: minutes, ...(display === null ? {} : { DISPLAY: display.name }) };
  const over = [];
  for (const file of files) {
    say(`— ${file}`);
    if ((await runHere(projectNode, [path.join(root, 'bench', file)], { env })) !== 0) over.push(file);
  }
  display?.stop();
  if (over.length > 0) throw new SetupError(`超出限度：${over.join('、')}`);
  process.exit(0);
});
