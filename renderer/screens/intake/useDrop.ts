import { useState } from 'react'
import type { DragEvent } from 'react'
import { problem } from '../../../core/problem.ts'
import { pathOf } from '../../api.ts'
import { isBusy, useIntaking } from './intaking.ts'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Takes in what is dropped: files, folders, archives; says so when it lies on no disk here. */
export const useDrop = () => {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const { progress, start, say } = useIntaking.getState()
    const paths = [...event.dataTransfer.files].map(pathOf).filter((path) => path !== '')
    if (isBusy(progress)) say(null, problem('busy'))
    else if (paths.length > 0) void start(paths)
    else say(null, problem('file-missing'))
  }
  const on = {
    onDragOver: (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent): void => {
      if (event.currentTarget === event.target) setOver(false)
    },
    onDrop: drop,
  }
  return { over, on }
}
