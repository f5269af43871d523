/** What a kind of line in the ledger's record is called; a kind that is not named here shows as it is. */
export const recordKinds: Readonly<Record<string, string>> = {
  'accept': '接收', 'accept-clean': '批量接收', 'return': '退回', 'revoke': '撤回处理', 'admit': '转入审核', 'supersede': '被新报送替代', 'close': '查询关闭', 'ask-again': '再次查询',
  'adjust': '调整', 'adjust-withdraw': '撤回调整', 'register': '名录变更', 'key': '确认填报单位的密钥', 'hand': '代录手工填报表', 'upward': '收下级上报',
  'key-make': '生成密钥', 'key-rotate': '更换密钥', 'key-save': '备份密钥', 'key-load': '载入密钥', 'person': '人员身份', 'erase': '清除个人信息', 'restore': '恢复备份',
}

/** What the fields of the register are called. */
export const registerFieldNames: Readonly<Record<string, string>> = {
  name: '机构名称', region: '区县', contact: '联系人', phone: '电话', certs: '证书编号', forms: '应报表', groups: '分组', risk: '风险类别', deadline: '截止日期', active: '状态',
}
