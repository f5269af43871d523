import { useEffect } from 'react'
import { dialog, pathOf } from '../../api.ts'
import { lookAtPack } from '../about/packTaking.ts'
import { openLetter } from './opening.ts'

const dropped = (event: DragEvent): File | null => {
  const file = event.dataTransfer?.files[0]
  return file && /\.(xlsx|jbpack)$/i.test(file.name) ? file : null
}

/** Whoever takes a drop itself says so by preventing it first. */
const onDrop = (event: DragEvent): void => {
  if (event.defaultPrevented) return
  event.preventDefault()
  const file = dropped(event)
  const path = file ? pathOf(file) : ''
  if (path !== '') open(path)
}
/** A pack file is looked into, everything else is taken for a letter. */
const open = (path: string): void => void (path.toLowerCase().endsWith('.jbpack') ? lookAtPack(path) : openLetter(path))
const onOver = (event: DragEvent): void => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

/** Opens what the application was started with, if anything. */
const takeGiven = async (): Promise<void> => {
  const [path] = await dialog('window.given', {})
  if (path) open(path)
}

/** Opens a regulator's letter that is dropped on the window, or given with “open with”; the latter is looked for whenever the window comes to the front. */
export const useLetters = (on: boolean): void => {
  useEffect(() => {
    if (!on) return
    const onFocus = (): void => void takeGiven()
    onFocus()
    window.addEventListener('drop', onDrop)
    window.addEventListener('dragover', onOver)
    window.addEventListener('focus', onFocus)
    return () => {
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('focus', onFocus)
    }
  }, [on])
}
