import { Fragment } from 'react'
import { dialog } from '../../api.ts'
import { useApp, useSettings } from '../../store/app.ts'
import { Governed } from '../frame/Governed.tsx'
import { useGoverned } from '../../store/policy.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { useSealing } from './sealing.ts'

/** Asks for the folder of exports and remembers it; null when the dialog was closed. A folder that is fixed is not asked for. */
export const chooseFolder = async (start: string): Promise<string | null> => {
  if (useApp.getState().state?.policy.from.exportFolder) return start
  const [folder] = await dialog('dialog.folder', { title: t.seal.folder, start: start || null })
  if (!folder) return null
  await useApp.getState().change({ exportFolder: folder })
  useSealing.getState().clearProblem()
  return folder
}

const tail = (path: string): string => {
  const slash = path.includes('\\') ? '\\' : '/'
  const parts = path.split(slash).filter((part) => part !== '')
  return parts.length > 2 ? parts.slice(-2).join(slash) : path
}

/** A file name that breaks after its underscores. */
const Name = ({ text }: { text: string }) => <span>{text.split('_').map((part, at, all) => <Fragment key={at}>{part}{at < all.length - 1 && <>_<wbr /></>}</Fragment>)}</span>

/** Where the files go, and what they will be called. */
export const FolderChoice = ({ fileName }: { fileName: string | null }) => {
  const { exportFolder } = useSettings()
  const fixed = useGoverned('exportFolder')
  return (
    <div className="seal-field">
      <span id="seal-folder">{t.seal.saveTo}</span>
      <div className="seal-folder field" title={exportFolder} role="group" aria-labelledby="seal-folder">
        <Icon name="folder" />
        <span className="grow seal-path" data-folder={exportFolder}>{exportFolder ? tail(exportFolder) : t.seal.noFolder}</span>
        {fixed ? <Governed field="exportFolder" /> : <button type="button" className="link" onClick={() => void chooseFolder(exportFolder)}>{t.seal.change}</button>}
      </div>
      {fileName && (
        <ul className="seal-names">
          <li><Icon name="table" size={15} /><Name text={fileName} /></li>
          <li><Icon name="print" size={15} /><Name text={fileName.replace(/\.xlsx$/, '.pdf')} /></li>
        </ul>
      )}
    </div>
  )
}
