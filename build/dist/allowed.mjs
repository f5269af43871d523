// What ships, as patterns of the paths inside app.asar and inside the installed folder. Whatever they do not name
// is not packed, and a build that holds something else is refused.
import { SetupError } from '../setup/say.mjs';

const NODE_NAME = { linux: 'linux', win: 'win32' };

/** The one native module of a target. */
export const nativeModule = (target, arch) => `node_modules/better-sqlite3/prebuilds/${NODE_NAME[target]}-${arch}.node`;

const IN_ASAR = [
  'package\\.json', 'build\\.json', 'third-party\\.json',
  'out/electron/(main|engine|reader|preload|cli)\\.cjs', 'out/electron/engine/[\\w-]+\\.cjs',
  'out/renderer/index\\.html', 'out/renderer/assets/[\\w.-]+\\.(js|css|png|svg|woff2)',
  'seeds/[\\w./-]+\\.(json|md)',
  'node_modules/better-sqlite3/(package\\.json|LICENSE)', 'node_modules/better-sqlite3/lib/([\\w-]+|methods/[\\w-]+)\\.js',
];

const IN_BOTH = [
  'chrome_100_percent\\.pak', 'chrome_200_percent\\.pak', 'icudtl\\.dat', 'resources\\.pak', 'snapshot_blob\\.bin', 'v8_context_snapshot\\.bin',
  'vk_swiftshader_icd\\.json', 'locales/(zh-CN|en-US)\\.pak', 'LICENSE\\.electron\\.txt', 'LICENSES\\.chromium\\.html',
  'resources/app\\.asar', 'VERSION', 'manifest\\.json(\\.sig)?', 'doc/[\\w./-]+\\.(md|txt|admx|adml)',
];

const IN_TREE = {
  linux: [...IN_BOTH, 'jianbao', 'jianbao\\.sh', 'chrome-sandbox', 'chrome_crashpad_handler', 'lib(EGL|GLESv2|ffmpeg|vk_swiftshader)\\.so', 'libvulkan\\.so\\.1', 'icons/\\d+\\.png'],
  win: [...IN_BOTH, 'jianbao\\.exe', 'jianbao-cli\\.exe', '(d3dcompiler_47|dxcompiler|dxil|ffmpeg|libEGL|libGLESv2|vk_swiftshader|vulkan-1)\\.dll'],
};

const exactly = (patterns) => new RegExp(`^(${patterns.join('|')})$`);
const literally = (text) => text.replaceAll(/[.]/g, '\\.');

/** Whether a path may stand in app.asar. */
export function inAsar(file, { target, arch }) {
  return exactly([...IN_ASAR, literally(nativeModule(target, arch))]).test(file);
}

/** Whether a path may stand in the installed folder. */
export function inTree(file, { target, arch }) {
  return exactly([...IN_TREE[target], `resources/app\\.asar\\.unpacked/${literally(nativeModule(target, arch))}`]).test(file);
}

/** Refuses files that no list names. */
export function refuseOthers(files, allowed, where) {
  const others = files.filter((file) => !allowed(file));
  if (others.length > 0) throw new SetupError(`${where} 里有清单上没有的文件：${others.slice(0, 20).join('、')}`);
}
