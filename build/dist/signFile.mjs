// node build/dist/signFile.mjs FILE: signs one file in the middle of another program's work (the uninstaller, by makensis).
// The environment is that of the build; SOURCE_DATE_EPOCH is the build's time.
import path from 'node:path';
import { SetupError, orExplain } from '../setup/say.mjs';
import { codeSigning, signWindows } from './authenticode.mjs';

await orExplain(() => {
  const [file] = process.argv.slice(2);
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  if (!file || !(epoch > 0)) throw new SetupError('写明要签的文件；SOURCE_DATE_EPOCH 是打包的时间。');
  signWindows({ codesign: codeSigning(), epoch }, path.resolve(file));
});
