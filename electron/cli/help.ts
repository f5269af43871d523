/** What `help` prints. */
export const help = `检报命令行

用法：npm run -s cli -- 命令 [选项]

  demo --out 文件夹 [--today 日期]            用示例单位走一遍：填报、审核、封存，写出工作簿
  demo ledger --units 家数 --seed 种子 --out 文件夹 [--pack 任务包]
                                              写出这么多家的报送件和名录，其中有迟报、改动、重复、旧的、冲突的和名录外的
  demo --set shapingba-2023 --out 文件夹       写出沙坪坝26家示例机构的工作簿和名录 register.xlsx
  verify 文件…                                看工作簿是否原件，列出被改过的格
  audit 文件… [--today 日期]                  审核工作簿或填报 JSON
  fill --unit 文件.json|文件.xlsx --out 文件.xlsx [--today 日期]
                                              由 JSON 填报并封存；不能封存时列出问题
  template --pack 任务包 --out 文件.xlsx       写出空白填报表
  pack check 文件夹                            检查任务包
  pack sign 文件夹 --key 密钥文件 --by 发布单位 --out 文件.jbpack
                                              检查并签名，写成一个任务包文件；密钥的口令放在环境变量 JIANBAO_KEY_PASSPHRASE
  pack verify 文件.jbpack                      任务包文件是否完好、谁签的
  pack diff 旧 新                              两个任务包有何不同；各写文件夹、文件或任务包编号
  update check 文件夹 [--key 公钥文件]          文件夹里的更新能不能用在这里：签名、版本、系统、内容
  status --ledger 台账                         台账是谁的，名录里的单位报到哪一步
  key show|make --ledger 台账                  监管密钥的指纹和加密公钥（age1…）；make 先做一把
  register import 文件 --ledger 台账           把 Excel 或 CSV 名录收进台账，有问题的行逐行说明
  register issue --out 文件夹 --ledger 台账    给名录里的单位写任务书
  register missing --ledger 台账 [--out 文件.xlsx]
                                              还没有报的单位和联系人
  review list --ledger 台账                     待审阅、已退回、已接收的报送件，要先看的在前
  review accept 单位…|--clean [--reason 原因] [--out 回执的文件夹]
                                              逐家接收；--clean 接收没有疑点的，其余列出原因
  review return 单位 --reason 原因 --due 日期 --out 文件夹 [--query "指标: 问题"]…
                                              退回并写出退回单；重复表写成 指标@行键
  slip 单位 --out 文件夹 --ledger 台账           把最近一份退回单再写一次
  intake 文件夹|文件|压缩包… --ledger 台账     收件：逐个判定、重新审核、入库；中断后再运行一次接着收
  monitor --ledger 台账                         各指标的灯和预警
  bulletin --out 文件夹 --ledger 台账 [--format docx,pdf]
                                              写出年度信息通报
  sample --count 家数 --seed 种子 --ledger 台账 [--strata region|risk|group] [--weights 类别=签数,…] [--out 文件夹]
                                              从名录随机抽取；同一种子抽出同样的机构
  consolidate T01…|all --ledger 台账 [--edition internal|public] [--year 年] [--basis received] [--level 1|2|3]
              [--switch 开关=选项]… [--out 文件夹 --format xlsx|csv|data]
                                              汇总表；public 为公开版，--out 另写成文件
  inputs list|set 种类 键 年 数 --source 来源 --date 日期|import 文件 --ledger 台账
                                              汇总表要的上级总量、历史基数和目标
  upward pack --out 文件.jbup --ledger 台账      把已接收的报送件、名录和合计写成一个签名文件
  upward look|unpack 文件.jbup --ledger 台账     看下级的上报文件，或收进来；合计不一致的逐项列出
  policy check 文件                            检查策略文件，逐项说明；policy show 看这台电脑的策略
  self-check                                  核对安装的文件与签名清单（也可写 jianbao --self-check）
  diagnostics --out 文件.zip                   写诊断包，不含填报内容
  handover --out 文件.jianbao[.age]            把本人的工作文件整个写成一个文件；.age 的整个加密；口令放在环境变量 JIANBAO_PASSPHRASE
  help                                        显示本说明

监管部门的命令都要 --ledger 台账文件或 postgres://用户@主机/库名，收名录、收件、收下级上报时没有的台账会新建；
--region 地区代码前几位、--pack 任务包说明台账是谁的、哪一年度的，--by 姓名写明是谁做的。
选项 --json：每个结果一行 JSON。标准输出只有结果，其余的话在标准错误。
退出码：0 全部正常；2 做完了但有拒绝或问题；64 用法不对；70 程序出错。

Jianbao command line

Usage: npm run -s cli -- COMMAND [OPTIONS]

  demo --out DIR [--today DATE]               fill, audit and seal the sample units, write their workbooks
  demo ledger --units N --seed S --out DIR [--pack ID]
                                              write N plausible submissions and their register, some late, altered, duplicate, older, conflicting or unregistered
  demo --set shapingba-2023 --out DIR         write the workbooks of 26 sample units and register.xlsx
  verify FILE…                                say whether workbooks are as sealed, list changed cells
  audit FILE… [--today DATE]                  audit workbooks or filings in JSON
  fill --unit FILE.json|FILE.xlsx --out FILE.xlsx [--today DATE]
                                              fill from JSON or a workbook and seal; otherwise list the findings
  template --pack ID --out FILE.xlsx          write a blank fill-in template
  pack check DIR                              check a pack
  pack sign DIR --key KEYFILE --by ISSUER --out FILE.jbpack
                                              check and sign, write one pack file; the key's passphrase is in JIANBAO_KEY_PASSPHRASE
  pack verify FILE.jbpack                     whether a pack file is whole and who signed it
  pack diff OLD NEW                           what differs; each a folder, a file or a pack id
  update check DIR [--key PUBLIC.pem]         whether the update in a folder would be taken here: signature, version, machine, content
  status --ledger LEDGER                      whose ledger it is and how the units of its register stand
  key show|make --ledger LEDGER               fingerprint and public line (age1…) of the regulator's key; make makes it first
  register import FILE --ledger LEDGER        take a register (xlsx, csv) in, every wrong line is named
  register issue --out DIR --ledger LEDGER    write a task file for each unit
  register missing --ledger LEDGER [--out FILE.xlsx]
                                              units that have not reported, with their contacts
  review list --ledger LEDGER                 submissions to review, returned, accepted; what to look at first
  review accept UNIT…|--clean [--reason TEXT] [--out DIR]
                                              accept one by one, or all that are clean; the rest with the reason
  review return UNIT --reason TEXT --due DATE --out DIR [--query "ITEM: TEXT"]…
                                              return with a return slip; ITEM@ROWKEY in a table
  slip UNIT --out DIR --ledger LEDGER         write the newest return slip again
  intake DIR|FILE|ARCHIVE… --ledger LEDGER    take submissions in: verdict, audit, store; run again to go on after a break
  monitor --ledger LEDGER                     lamps of the indicators and warnings
  bulletin --out DIR --ledger LEDGER [--format docx,pdf]
                                              write the bulletin of the year
  sample --count N --seed SEED --ledger LEDGER [--strata region|risk|group] [--weights CLASS=N,…] [--out DIR]
                                              draw units from the register by lot; the same seed gives the same draw
  consolidate T01…|all --ledger LEDGER [--edition internal|public] [--year YEAR] [--basis received] [--level 1|2|3]
              [--switch KEY=OPTION]… [--out DIR --format xlsx|csv|data]
                                              consolidated tables; public keeps back what tells of one unit
  inputs list|set KIND KEY YEAR VALUE --source TEXT --date DATE|import FILE --ledger LEDGER
                                              upper totals, base years and targets that the tables ask for
  upward pack --out FILE.jbup --ledger LEDGER write accepted submissions, register and totals as one signed file
  upward look|unpack FILE.jbup --ledger LEDGER see such a file or take it in; totals that differ are named
  policy check FILE                           check a policy file; policy show says what is in force here
  self-check                                  compare the installed files with the signed list (also jianbao --self-check)
  diagnostics --out FILE.zip                  an archive for technical support, without survey data
  handover --out FILE.jianbao[.age]           the user's own work file as one file; .age encrypts all of it; the passphrase is in JIANBAO_PASSPHRASE
  help                                        show this

The regulator's commands take --ledger FILE or postgres://user@host/database; taking in a register, submissions or an upward file makes one that does not exist.
--region DIGITS and --pack ID say what the ledger is of, --by NAME who works.
--json prints one JSON object a line. Standard output carries only answers, words go to standard error.
Exit status: 0 fine; 2 done, but something was refused or found; 64 wrong use; 70 fault.
`
