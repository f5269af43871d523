// bundle.mjs PART: builds one part of the application into out/. Runs on the project's Node.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The programs of the electron part: each becomes one file out/electron/NAME.cjs. */
const PROGRAMS = {
  main: 'electron/main.ts',
  engine: 'electron/engine.ts',
  reader: 'electron/reader/reader.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli.ts',
};

/** Programs that fetch a part of their code when it is needed, from out/electron/NAME/; the others are one file each. */
const IN_PARTS = ['engine'];

/** Left out of the files: Electron itself, and the package with native code. */
const OUTSIDE = ['electron', 'better-sqlite3'];

function buildProgram([name, entry]) {
  const inParts = IN_PARTS.includes(name);
  if (inParts) fs.rmSync(path.join(root, 'out', 'electron', name), { recursive: true, force: true });
  return build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: OUTSIDE },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'out/electron',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: path.join(root, entry) },
        external: OUTSIDE,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: `${name}/[name].cjs`, codeSplitting: inParts },
      },
    },
  });
}

if (process.argv[2] === 'renderer') await build({ configFile: path.join(root, 'build', 'vite.renderer.mjs') });
else for (const program of Object.entries(PROGRAMS)) await buildProgram(program);
