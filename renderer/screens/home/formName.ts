import { useFiling } from '../../store/filing.ts'

const names: Readonly<Record<string, string>> = {
  101: '基本情况', 102: '资质证书', 103: '人员设备', '201-1': '财务状况', '201-2': '财务状况', '201-3': '财务状况', 301: '业务状况', 302: '专业领域', 401: '科技数字化',
}

/** The shortest name of a form, for the home page; the pack's own when it is open. */
export const formName = (form: string): string => {
  const known = names[form]
  return known ?? useFiling.getState().view?.pack.forms.find((f) => f.no === form)?.short ?? ''
}
