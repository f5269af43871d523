// npm start: prepares whatever is missing and opens the application.
// Without a display it opens under Xvfb, leaves a screenshot and ends; `-- --stay` keeps it open.
import fs from 'node:fs';
import path from 'node:path';
import { hasDisplay, startDisplay } from './setup/display.mjs';
import { root } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { startHere } from './setup/run.mjs';
import { SetupError, orExplain, say } from './setup/say.mjs';

const stay = process.argv.includes('--stay');
const passedOn = process.argv.slice(2).filter((word) => word !== '--stay');

/** What Chromium says under a display without a desktop; harmless. */
const NOISE = /:ERROR:(bus|viz_main_impl|command_buffer_proxy_impl|gpu_\w+|gl_\w+|angle_\w+)\.cc/;

function launch(ready, env) {
  return startHere(ready.electron.executable, [...ready.switches, root, ...passedOn], { env, hide: NOISE });
}

async function openHere(ready) {
  say('正在打开检报……');
  return launch(ready, ready.env).ended;
}

async function openUnseen(ready) {
  const display = await startDisplay();
  if (display === null) throw new SetupError('本机没有显示器，也没有 Xvfb，窗口打不开。请先安装 xvfb。');
  const picture = path.join(root, 'out', 'screenshot.png');
  fs.rmSync(picture, { force: true });
  say(`本机没有显示器：在虚拟显示 ${display.name}（Xvfb）上打开检报。`);
  const env = { ...ready.env, DISPLAY: display.name, JIANBAO_SCREENSHOT: picture, ...(stay ? { JIANBAO_STAY: '1' } : {}) };
  const running = launch(ready, env);
  const status = stay ? await running.ended : await untilPictured(running, picture);
  display.stop();
  if (!fs.existsSync(picture)) throw new SetupError('检报打开了，但一分钟之内窗口没有就绪，所以没有截图。');
  say(`截图：${picture}`);
  return status;
}

/** Waits for the picture, gives the application a moment to end by itself, then ends it. */
async function untilPictured(running, picture) {
  let ended = false;
  running.ended.then(() => (ended = true));
  const deadline = Date.now() + 60_000;
  while (!ended && !fs.existsSync(picture) && Date.now() < deadline) await pause(100);
  for (let i = 0; !ended && i < 10; i++) await pause(100);
  running.stop();
  const status = await running.ended;
  return fs.existsSync(picture) ? 0 : status;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await orExplain(async () => {
  const ready = await prepare();
  process.exit(await (hasDisplay() ? openHere(ready) : openUnseen(ready)));
});
