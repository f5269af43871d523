import { describe, expect, test } from 'vitest'
import { cmaIssuerExists, cmaProvinceCode } from '../../core/identity/certificate.ts'
import { regionExists, regionLevel } from '../../core/identity/region.ts'
import { gb11714Ok, gb32100Ok, organisationCheck, usccCheck } from '../../core/identity/uscc.ts'

const vectors = ['91500106MAB0T35T2L', '1250010645038A01XN', '91330100MA2TE5T013', '525001065000TE5T2N', '11500106009300018J']
const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('统一社会信用代码', () => {
  test.each(vectors)('%s 两个校验码都对', (code) => {
    expect([gb32100Ok(code), gb11714Ok(code.slice(8, 17))]).toEqual([true, true])
    expect([usccCheck(code.slice(0, 17)), organisationCheck(code.slice(8, 16))]).toEqual([code[17], code[16]])
  })
  test.each(vectors)('%s 改任何一位都看得出', (code) => {
    for (let i = 0; i < 18; i++) for (const c of charset) {
      if (c !== code[i]) expect(gb32100Ok(code.slice(0, i) + c + code.slice(i + 1))).toBe(false)
    }
  })
  test.each(['', '9150', 'O1500106MAB0T35T2L', '91500106MAB0T35T2I', '91500106mAB0T35T2L', '91500106MAB0T35T2LL', '９1500106MAB0T35T2L'])('不是 18 位有效字符：%s', (code) => expect(gb32100Ok(code)).toBeNull())
  test.each(['', 'MAB0T35T', 'MAB0T35T2L', 'IAB0T35T2', 'MAB0T35TI'])('不是 9 位有效字符：%s', (code) => expect(gb11714Ok(code)).toBeNull())
})

describe('行政区划', () => {
  const codes = new Map([['330000', true], ['330100', true], ['330114', true], ['330103', false], ['441900', true], ['620200', true]])
  test.each([['330000', 1, true], ['330100', 2, true], ['330114', 3, true], ['330103', 0, true], ['441900', 3, true], ['620200', 3, true], ['100000', 0, true], ['330115', 0, false], ['', 0, false], ['3301', 0, false]])('%s', (code, level, exists) => {
    expect([regionLevel(codes, code), regionExists(codes, code)]).toEqual([level, exists])
  })
})

test('发证机关', () => {
  const issuers = [{ code: '00', region: null }, { code: '11', region: '33' }]
  expect([cmaIssuerExists(issuers, '00'), cmaIssuerExists(issuers, '33'), cmaProvinceCode(issuers, '330114'), cmaProvinceCode(issuers, '65')]).toEqual([true, false, '11', null])
})
