import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { comparePacks } from '../../core/pack/difference.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { packDifferenceWords } from '../../core/text/packDifference.ts'
import { fileProblem, writeOver } from '../files.ts'
import { fingerprint, openKeyFile } from '../keys.ts'
import { loadPackFile, readPackFile, writePackFile, type PackFile } from '../packFile.ts'
import { refused, type Command, type Given, type Output, type Status } from './output.ts'
import { packCheck } from './packCheck.ts'
import { readPackFolder } from './packFolder.ts'
import { seedsDir } from './workbench.ts'
import { openShelf } from '../packs.ts'

const usage = { code: 'usage', params: { what: 'pack check 文件夹|sign 文件夹 --key 密钥文件 --by 发布单位 --out 文件.jbpack|verify 文件.jbpack|diff 旧 新' } } as const
type Act = (given: Given, output: Output, files: readonly string[]) => Status

const acts: Readonly<Record<string, { readonly files: number; readonly act: Act }>> = {
  check: { files: 1, act: (given, output, [dir = '']) => packCheck(dir, given, output) },
  sign: { files: 1, act: sign },
  verify: { files: 1, act: verify },
  diff: { files: 2, act: diff },
}

/** Makes, checks, signs and compares packs; each word is one act. */
export const pack: Command = async (given, output) => {
  const [word = '', ...files] = given.files
  const found = Object.hasOwn(acts, word) ? acts[word] : undefined
  return found && files.length === found.files ? found.act(given, output, files) : refused(output, usage)
}

/** The passphrase of the key file is read from the environment, so that it stands in no history of commands. */
function sign({ key, by, out }: Given, output: Output, [dir = '']: readonly string[]): Status {
  if (key === null || out === null) return refused(output, usage)
  const folder = readPackFolder(dir)
  if (!folder.ok) return refused(output, folder.problem)
  const opened = openKeyFile(resolve(key), process.env.JIANBAO_KEY_PASSPHRASE ?? '')
  if (!opened.ok) return refused(output, opened.problem)
  const made = writePackFile(folder.value, by ?? '', opened.value.key)
  if (!made.ok) return refused(output, made.problem)
  const written = writeOver(resolve(out), made.value)
  if (!written.ok) return refused(output, written.problem)
  const { pack: { id, version }, digest } = folder.value.loaded
  output.answer({ file: written.value, pack: `${id}@${version}`, digest, issuer: by, signer: opened.value.key.signer }, `${written.value}　${id}@${version}　发布单位 ${by}　指纹 ${opened.value.key.signer}`)
  return 0
}

function verify(_given: Given, output: Output, [path = '']: readonly string[]): Status {
  const read = readFile(path)
  if (!read.ok) return refused(output, read.problem)
  const loaded = loadPackFile(read.value)
  if (!loaded.ok) return refused(output, loaded.problem)
  const { head, signer } = read.value
  output.answer({ file: path, pack: `${head.id}@${head.version}`, year: head.year, title: head.title, digest: head.digest, issuer: head.issuer.name, publicKey: head.issuer.public_key, signer },
    `${head.title}（${head.id}@${head.version}）　${signer === null ? '没有签名' : `签名完好，发布单位 ${head.issuer.name}，指纹 ${fingerprint(Buffer.from(head.issuer.public_key, 'hex'))}`}`)
  return signer === null ? 2 : 0
}

/** Each side is a folder, a pack file, or the id of an installed pack. */
function diff(_given: Given, output: Output, [from = '', to = '']: readonly string[]): Status {
  const [was, now] = [packAt(from), packAt(to)]
  if (!was.ok) return refused(output, was.problem)
  if (!now.ok) return refused(output, now.problem)
  const differences = comparePacks(was.value.pack, now.value.pack)
  for (const one of differences) output.answer(one, packDifferenceWords('zh', one))
  output.say(differences.length === 0 ? '没有不同。' : `${differences.length} 处不同。`)
  return 0
}

function packAt(what: string): Result<LoadedPack> {
  if (!existsSync(what)) return openShelf(seedsDir).get(what)
  if (statSync(what).isDirectory()) {
    const folder = readPackFolder(what)
    return folder.ok ? ok(folder.value.loaded) : folder
  }
  const read = readFile(what)
  return read.ok ? loadPackFile(read.value) : read
}

function readFile(path: string): Result<PackFile> {
  try {
    return existsSync(path) ? readPackFile(readFileSync(path)) : no(problem('file-missing', { path }))
  } catch (error) { return no(fileProblem(error, path)) }
}
