import { t } from '../../text/texts.ts'
import { openLetterFile } from './opening.ts'

/** From home to a return slip, or any other letter of the regulator. */
export const LetterLink = () => <button type="button" className="link" data-link="letter" onClick={() => void openLetterFile()}>{t.letter.open}</button>
