import type { About } from '../../../core/contract/about.ts'
import { installWords } from '../../../core/text/install.ts'
import { language, t } from '../../text/texts.ts'

type Fact = readonly [name: string, words: string]

/** What runs here, line by line. */
export const factsOf = ({ version, build, versions, system, packs, dataFolder, ledger }: About): readonly Fact[] => {
  const a = t.about
  const kind = build === null ? a.checkout : [build.development ? a.development : a.release, build.signed ? a.signed : a.unsigned].join(a.comma)
  return [
    [a.version, build?.development === true ? `${version}-dev` : version],
    [a.build, kind],
    ...(build ? [[a.commit, build.commit.slice(0, 12)], [a.made, `${build.time.slice(0, 10)}　${build.target}-${build.arch}`]] as const : []),
    ['Electron', versions.electron ?? a.none],
    ['Chromium', versions.chromium ?? a.none],
    ['SQLite', versions.sqlite ?? a.none],
    [a.system, system],
    ...packs.map((pack): Fact => [a.pack, `${pack.id}@${pack.version}　${pack.digest?.slice(0, 16) ?? a.none}`]),
    [a.data, dataFolder],
    ...(ledger === null ? [] : [[a.ledger, ledger]] as const),
  ]
}

/** The same as text to copy, with what the comparison of the files gave. */
export const aboutText = (about: About): string =>
  [...factsOf(about).map(([name, words]) => `${name}: ${words}`), `${t.about.check}: ${installWords[language].state[about.check.state]}`].join('\n')
