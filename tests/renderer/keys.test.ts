import { describe, expect, it } from 'vitest'
import { actionOf } from '../../renderer/grid/keys.ts'
import type { CellMode, Press } from '../../renderer/grid/keys.ts'
import { moveFrom } from '../../renderer/grid/moves.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrl: false, shift: false, alt: false, composing: false, ...more })
const ready: CellMode = { editing: false, changed: false, enter: 'down', rows: true }
const editing: CellMode = { ...ready, editing: true, changed: true }

describe('键的意义', () => {
  it('输入法未上屏时，哪个键都不动格子', () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab', 'Delete', 'F2']) expect(actionOf(press(key, { composing: true }), editing)).toBeNull()
    expect(actionOf(press('Process'), ready)).toBeNull()
  })
  it('回车按设定的方向走，Shift 反过来', () => {
    expect(actionOf(press('Enter'), ready)).toEqual({ do: 'move', step: 'down' })
    expect(actionOf(press('Enter', { shift: true }), ready)).toEqual({ do: 'move', step: 'up' })
    expect(actionOf(press('Enter'), { ...ready, enter: 'right' })).toEqual({ do: 'move', step: 'next' })
    expect(actionOf(press('Enter'), { ...ready, enter: 'stay' })).toEqual({ do: 'move', step: 'stay' })
  })
  it('编辑时左右键移动光标，不编辑时换格', () => {
    expect(actionOf(press('ArrowLeft'), editing)).toBeNull()
    expect(actionOf(press('ArrowLeft'), ready)).toEqual({ do: 'move', step: 'left' })
    expect(actionOf(press('ArrowDown'), editing)).toEqual({ do: 'move', step: 'down' })
  })
  it('Home、End 到本行两头，编辑时移动光标', () => {
    expect(actionOf(press('Home'), ready)).toEqual({ do: 'move', step: 'rowStart' })
    expect(actionOf(press('End'), editing)).toBeNull()
  })
  it('Del 在不编辑时清空，编辑时归输入框', () => {
    expect(actionOf(press('Delete'), ready)).toEqual({ do: 'clear' })
    expect(actionOf(press('Delete'), editing)).toBeNull()
  })
  it('行的键只在重复表里有', () => {
    expect(actionOf(press('+', { ctrl: true }), ready)).toEqual({ do: 'row-insert' })
    expect(actionOf(press('-', { ctrl: true }), { ...ready, rows: false })).toBeNull()
    expect(actionOf(press('ArrowUp', { alt: true, shift: true }), ready)).toEqual({ do: 'row-up' })
  })
  it('Shift 加方向键扩选，Ctrl 到边；编辑时归输入框', () => {
    expect(actionOf(press('ArrowDown', { shift: true }), ready)).toEqual({ do: 'extend', way: 'down', far: false })
    expect(actionOf(press('ArrowDown', { shift: true, ctrl: true }), ready)).toEqual({ do: 'extend', way: 'down', far: true })
    expect(actionOf(press('ArrowRight', { ctrl: true }), ready)).toEqual({ do: 'edge', way: 'right', far: true })
    expect(actionOf(press('a', { ctrl: true }), ready)).toEqual({ do: 'all' })
    for (const key of ['ArrowLeft', 'ArrowRight']) expect(actionOf(press(key, { shift: true }), editing)).toBeNull()
    expect(actionOf(press('ArrowLeft', { ctrl: true }), editing)).toBeNull()
    expect(actionOf(press('a', { ctrl: true }), editing)).toBeNull()
  })
  it('撤销：打了一半的字归输入框，没有改动时归文件', () => {
    expect(actionOf(press('z', { ctrl: true }), editing)).toBeNull()
    expect(actionOf(press('z', { ctrl: true }), { ...editing, changed: false })).toEqual({ do: 'undo' })
    expect(actionOf(press('z', { ctrl: true, shift: true }), ready)).toEqual({ do: 'redo' })
    expect(actionOf(press('y', { ctrl: true }), ready)).toEqual({ do: 'redo' })
    expect(actionOf(press('z', { ctrl: true, composing: true }), ready)).toBeNull()
  })
  it('字母和复制粘贴归输入框', () => {
    expect(actionOf(press('a'), ready)).toBeNull()
    expect(actionOf(press('v', { ctrl: true }), ready)).toBeNull()
  })
})

describe('格与格之间', () => {
  const field = [
    [{ id: 'a1', skip: false }, { id: 'b1', skip: true }],
    [{ id: 'a2', skip: true }, { id: 'b2', skip: false }],
    [{ id: 'a3', skip: false }, { id: 'b3', skip: false }],
  ]
  it('Tab 跳过算出来的格，方向键不跳', () => {
    expect(moveFrom(field, 'a1', 'next')).toBe('b2')
    expect(moveFrom(field, 'a1', 'right')).toBe('b1')
    expect(moveFrom(field, 'b2', 'previous')).toBe('a1')
  })
  it('回车向下时跳过算出来的格', () => {
    expect(moveFrom(field, 'a1', 'down', true)).toBe('a3')
    expect(moveFrom(field, 'a1', 'down')).toBe('a2')
  })
  it('到头就停，翻页到最后一行', () => {
    expect(moveFrom(field, 'a3', 'down')).toBeNull()
    expect(moveFrom(field, 'b1', 'pageDown')).toBe('b3')
    expect(moveFrom(field, 'b2', 'rowStart')).toBe('a2')
    expect(moveFrom(field, 'a2', 'rowEnd')).toBe('b2')
    expect(moveFrom(field, 'b2', 'first')).toBe('a1')
    expect(moveFrom(field, 'a1', 'last')).toBe('b3')
  })
})
