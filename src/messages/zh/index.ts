/** 中文的全部说明，与英文一一对应：同样的名目，同样的参数。写法用刊社编辑的行话，不逐字对译。 */
import type { MessageSet } from '../message-set.js';
import { booksMessages } from './books.js';
import { deskMessages } from './desk.js';
import { editionsMessages } from './editions.js';
import { inspectMessages } from './inspect.js';
import { pagesMessages } from './pages.js';
import { sourcesMessages } from './sources.js';
import { pdfMessages } from './pdf.js';
import { proofMessages } from './proof.js';
import { reviseMessages } from './revise.js';
import { textMessages } from './text.js';

export const zh: MessageSet = {
  other: (reason: string) => reason,

  acquire: {
    nothingAsked: (folder: string) =>
      `这里没有 ${folder}/ 文件夹：请写明要处理的文件或文件夹，或用“kanben init <文件夹>”新建一期。`,
    missingPath: (path: string, neighbours: string[]) =>
      `没有“${path}”这个文件或文件夹${
        neighbours.length > 0 ? `；那里有 ${shortList(neighbours)}` : '，它所在的文件夹也没有'
      }。`,
    outsideIssue: '这个路径在本期文件夹之外：一期的文件都要放在它自己的文件夹里。',
    emptyGlob: (pattern: string) => `没有与“${pattern}”相符的文件或文件夹。`,
    folderWithoutTexts: '文件夹里没有原文（.pdf、.txt、.md、.markdown；README 不算）：请把本期的原文放进去。',
    equalSlugs: (slug: string, names: string[]) =>
      `${names.join('和')} 都会写成“${slug}”：请分别写到不同的文件夹（--out），或在 issue.yaml 里各起一个 slug。`,
    unreadable: (code: string) =>
      code === 'EISDIR'
        ? '这里应为文件，却是文件夹。'
        : code === 'EACCES'
          ? '没有读取权限：请检查文件的权限设置。'
          : `文件无法读取（${code}）。`,
    notText: (kind: string, advice: string) => `这是${kind}，不是文本：${advice}。`,
    binary: '这是二进制文件，不是文本：请把其中的文字另存为纯文本（UTF-8），再交给 kanben。',
    empty: '文件是空的：请放入原文，或把它移出本期。',
    blank: '文件里只有空白：请放入原文，或把它移出本期。',
    undecodable: (encoding: string, bytes: string, named: boolean) =>
      `字节 ${bytes} 不是 ${encoding} 编码：请在 issue.yaml 里${named ? '改写' : '写明该文的'} encoding，或把文件另存为 UTF-8。`,
    noPages: '这个文件没有页可选，只有 PDF 才有：请删去 issue.yaml 里的 pages，或改写 PDF 的文件名。',
    notYaml: (reason: string) =>
      `不合 YAML 格式：${reason}写法是“键: 值”，列表每项以“- ”开头，以标点开头的文字要加引号。`,
    yaml: {
      colon: (key: string) => `“${key}”后面是全角冒号，请改成半角冒号加一个空格。`,
      twice: (key: string) => `“${key}”写了两次，请合为一处。`,
      tab: '行首缩进用了制表符，请改用空格。',
      indent: '这一行的缩进与上下行不一致。',
      quote: '引号没有成对。',
      other: (reason: string) => `${reason}。`,
    },
    unknownKey: (key: string, nearest: string | undefined, known: string[]) =>
      `不认识的键“${key}”；${nearest ? `是不是“${nearest}”？` : `可用的有 ${known.join('、')}。`}`,
    missingKey: (key: string, expected: string) => `缺少“${key}”：应为${expected}。`,
    notOneOf: (key: string, found: string, values: string[], nearest: string | undefined) =>
      `“${key}”的值“${found}”不对，应为 ${values.join('、')} 之一${nearest ? `（是不是“${nearest}”？）` : ''}。`,
    wrongValue: (key: string, found: string, expected: string) => `“${key}”的值不对：应为${expected}，现为${found}。`,
    found: {
      words: (words: string) => `“${words}”`,
      list: '列表',
      group: '一组键',
    },
    expected: {
      yes: 'true（是）',
      words: '文字',
      list: '列表（每项另起一行，以“- ”开头）',
      keys: '若干“键: 值”（如“title: ……”）',
      wordsOrList: '文字，或文字的列表',
      wholeNumber: '整数',
      fromOne: '大于 0 的整数',
      date: '日期，如 2026、2026-03 或 2026-03-15',
      slug: '小写字母、数字和连字符',
      urn: 'URN，如 urn:uuid:……',
      autospace: 'none、eighth、quarter，或一个字宽的几分之几，如 1/6',
      share: '行长的几分之几，如 1/3 或 1/4',
      why: '认可的理由',
      rule: '问题后面所列的规则名，如 restore:join-paragraphs',
      toFind: '要找的文字',
      toDrop: '要删的文字',
      toSplit: '带 | 的文字，| 处另起一段',
      heading: '标题的文字',
      line: '整行的文字',
      toJoin: '带 | 的文字，| 处原是段末',
      titleStart: '题目的开头几个字',
      caption: '表题的文字',
      table: '表格里的文字',
      note: '注文，或 none',
      noteAfter: '注码前面的文字',
    },
    kinds: {
      openDocument: ' OpenDocument 文档',
      zip: ' ZIP 压缩包',
      oldOffice: '旧版 Word 或 Office 文档',
      rtf: ' RTF 文档',
      caj: ' CAJ 文件',
      kindle: ' Kindle 电子书',
      picture: '图片',
      packed: '压缩文件',
      ocrXml: ' OCR 的 XML 结果（ALTO、PAGE、NDLOCR）',
      ocrJson: ' OCR 的 JSON 结果（MinerU、PaddleOCR、docling）',
      tei: ' TEI 文档',
      xml: ' XML 文档',
      json: ' JSON 文档',
      tex: ' LaTeX 文档',
      typst: ' Typst 文档',
      program: '程序',
    },
    advice: {
      recognise: '请先用 OCR 识别，再把识别出的文字交给 kanben',
      saveAsText: '请用 Word、WPS 或 LibreOffice 打开，另存为 Word 文档（.docx），再交给 kanben',
      unpack: '请先解压，再把里面的文本交给 kanben',
      caj: '请在 CAJ 阅读器里打开，复制文字，另存为纯文本',
      takeOut: '请先把其中的文字取出来',
      ocrResult: '请改用带文字层的 PDF，或同一 OCR 输出的 Markdown、文本',
      convert: '请用 pandoc 等转成 Word 文档、HTML 或 Markdown，再交给 kanben',
      giveText: '请换成文本文件（.txt、.md）',
    },
    wrongShape: (expected: string) => `这里应为${expected}。`,
    listedTextMissing: (file: string) => `issue.yaml 旁边没有“${file}”：请改正文件名，或把它从 texts 里去掉。`,
    listedTwice: (file: string, line: number) => `“${file}”在 texts 第 ${line} 行已经列过：请去掉一处。`,
    unknownEncoding: (encoding: string) =>
      `不认识的编码“${encoding}”；常用的有 utf-8、gb18030、big5、shift_jis、utf-16le。`,
    coverMissing: (file: string) => `issue.yaml 旁边没有图片“${file}”：请改正文件名，或去掉 cover。`,
    issnWrong: (issn: string) => `ISSN ${issn} 不对：应为八位，末位是校验码。请核对刊物上所印的号码。`,
    isbnWrong: (isbn: string) => `ISBN ${isbn} 不对：末位校验码不符。请核对书上所印的号码。`,
    saidNowhere: (key: string, words: string) => `${key} 里写的“${words}”在各篇文本中都找不到：请改正，或删去。`,
    textNotListed: (name: string) =>
      `“${name}”在文件夹里，却不在 texts 中：没有收入本期。请补进 texts，或写进 leaveOut（不收）。`,
    unread: (name: string) =>
      `“${name}”在文件夹里，但没有读取：这种文件刊本不认得。请另存为 .txt、.md 或 .pdf；不属于本期的，请写进 issue.yaml 的 leaveOut（不收）。`,
    unreadKind: (name: string, kind: string, advice: string) =>
      `“${name}”在文件夹里，但没有读取：它是${kind}。若属于本期，${advice}；若不属于，请写进 issue.yaml 的 leaveOut（不收）。`,
    textBelow: (name: string) =>
      `“${name}”在本期文件夹的下层文件夹里，没有读取。若属于本期，请移到其他文本旁边，或写进 texts；若不属于，请写进 issue.yaml 的 leaveOut（不收）。`,
  },
  revise: reviseMessages,

  verify: {
    noGlyph: (character: string, count: number) =>
      `字体中没有“${character}”（U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}，文中 ${count} 处）：读者看到的是空框。请核对这个字是否正确；可以用 corrections.yaml 替换。`,
    disagree: (title: string, seen: { target: string; where: string; expected: string; found: string }) =>
      `${seen.target} 中“${title}”的${partName(seen.where)}作“…${seen.found}…”，应为“…${seen.expected}…”。这是 kanben 的错误，不是原文的问题：请告知开发者。`,
  },

  script: {
    doubtful: (character: string, became: string, forms: string, count: number, excerpt: string) =>
      `“${character}”有 ${count} 处${character === became ? '保留未转' : `转成了“${became}”`}，从词语看不出该用 ${[...forms].join('、')} 中的哪一个，第一处在“${excerpt}”。请看看这几处；可以用 corrections.yaml 在转换前写定字形。`,
    nameKept: (name: string, kept: string) =>
      `人名“${name}”中的“${kept}”未转换：人名可能用任一种字形。如应是另一种，请在 issue.yaml 里为该文写明 authors。`,
  },

  cache: {
    cannotKeep: (folder: string, code: string) =>
      `${folder} 里存不了东西（${code}）：以后生成不会变快。请用 KANBEN_CACHE 另指定文件夹，或设 KANBEN_CACHE=off。`,
  },
  publish: {
    keepsChanging: '生成期间这个文件两次被改动：上一次的成品原样不动。请等没有程序再写它时重新生成',
    outIsFile: '这里是一个文件，而成品要放进文件夹：请用 --out 另指定一个。',
    cannotWrite: (code: string) =>
      `${
        {
          EACCES: '这里没有写入权限：请用 --out 另指定文件夹，或改变权限',
          EPERM: '这里不能写入：请关闭打开着它的程序，或用 --out 另指定文件夹',
          EBUSY: '文件正在使用：请关闭打开着它的程序，再生成一次',
          EROFS: '这个磁盘只能读：请用 --out 另指定文件夹',
          ENOSPC: '磁盘已满：请腾出空间，再生成一次',
          EDQUOT: '磁盘配额已用完：请腾出空间，再生成一次',
          EISDIR: '要写文件的地方有一个同名文件夹：请移走它，或用 --out 另指定文件夹',
          ENOTDIR: '路径中间有一段是文件：请用 --out 另指定文件夹',
          ENAMETOOLONG: '名字太长，磁盘存不下：请在 issue.yaml 里写一个短些的 slug',
        }[code] ?? `这里不能写入（${code}）`
      }。原有的成品原样不动。`,
    initExists: (file: string) => `这里已经有一期（${file}）：请修改它，或另指定文件夹。`,
  },

  cli: {
    description: '刊本：把中文书刊的原文排成 EPUB 3 电子书和可付印的 PDF。',
    build: '生成成品：一个文件夹是一期，单个文件自成一期。',
    check: '检查原文，列出可疑之处，不生成文件。',
    press: '按付印要求出 PDF：出血、裁切线、单色黑、PDF/X-4',
    inspect: '检查成品 PDF 是否合乎中文期刊的版面要求。',
    inspectPaths: 'PDF 文件，不限于 kanben 所生成',
    correct: '在 corrections.yaml 里写一条校改记录，并当场试用。',
    correctIssue: '哪一期：放原文的文件夹，或单个原文文件',
    dryRun: '只看效果，不写入',
    desk: '在浏览器里校对：疑问、正文、版面并列，每个操作都记为一条更正。',
    deskIssues: '各期的文件夹或文件（缺省：当前文件夹中的各期；空文件夹可拖入文件）',
    port: '只在本机监听的端口（缺省：7170，被占用时另选）',
    wrongPort: '应为 0 至 65535 的端口号。',
    noOpen: '只给出地址，不打开浏览器',
    deskOpen: (address: string) => `校对台已打开：${address}\n有此地址者即可操作；按 Ctrl-C 关闭。`,
    diff: '逐篇列出两版之间的改动。',
    diffOld: '旧版：版本文件、EPUB 或原文；<修订号>:<路径> 表示取自 git',
    diffNew: '新版，写法相同',
    diffExitCodes: '退出码：0 没有差别 · 1 有差别 · 2 其中之一不是一版',
    errata: '把 corrections.yaml 中 kind 为 print 的改正印成前一次印本的勘误表。',
    errataIssue: '带有校改记录的一期的文件夹',
    errataSince: '有误的那次印本的版本文件；旁边有 PDF 才能注出行数',
    export: '把一期写成定稿 Markdown，可生成同样的成品；此后即以它为原文。',
    exportIssue: '一期的文件夹或单个文件',
    exportMarkdown: '导出为 Markdown（目前只有这一种）',
    exportOut: '写到哪个文件夹：新的或空的',
    exportForce: '文件夹不空也写，其中别的文件不动',
    extract: '写出 PDF 读到的文字：各行按阅读顺序，页与页之间以换页符隔开。',
    extractFile: 'PDF 文件',
    extractOut: '写入的文件（默认写到标准输出）',
    doctor: '检查这台机器是否具备所需的条件；缺什么，告诉你怎么办。',
    init: '新建一期：写好待填的 issue.yaml 和说明。',
    paths: '原文、文件夹或通配符（默认：当前文件夹若是一期，就是它；否则是 source/ 下的各文件夹）',
    folder: '要新建的文件夹',
    out: '成品放在哪个文件夹',
    format: '生成什么：epub、pdf，或用逗号连起来两样都要',
    strict: '有警告也不生成',
    lang: '帮助、提示和报告所用的语言：en 或 zh（默认看 KANBEN_LANG，再看系统语言）',
    json: '在标准输出打印一份 JSON，不打印别的',
    quiet: '只显示错误',
    watch: '每次保存文件后重新生成，按 Ctrl-C 结束',
    watching: '正在等待改动；按 Ctrl-C 结束',
    noCache: '全部从头做起，也不为以后留存',
    notes: 'EPUB 的注释按哪种阅读器来写。',
    fonts: 'EPUB 是否附带字体。',
    browser: '用哪个 Chrome 或 Chromium 排印（默认：PUPPETEER_EXECUTABLE_PATH、已安装的，或随包附带的）',
    exitCodes: '退出码：0 完成 · 1 有问题，没有生成（--strict 时警告也算）· 2 命令、路径或 issue.yaml 有误',
    unknownFormat: (format: string, known: string[]) =>
      `--format 的值“${format}”不对，应为 ${known.join('、')} 或 ${known.join(',')}。`,
    wrongEpoch: (said: string) => `SOURCE_DATE_EPOCH 的值“${said}”不对，应为自 1970 年起的秒数，如 1767225600。`,
    error: '错误',
    usage: {
      titles: {
        'Usage:': '用法：',
        'Arguments:': '参数：',
        'Options:': '选项：',
        'Global Options:': '通用选项：',
        'Commands:': '命令：',
      },
      help: '显示帮助',
      version: '显示版本号',
      choices: (choices: string) => `（可选 ${choices}）`,
      default: (value: string) => `（默认 ${value}）`,
      errors: {
        missingArgument: (name: string) => `缺少参数 <${name}>；--help 有写法。`,
        optionWithoutValue: (flags: string) => `选项“${flags}”后面要写值。`,
        missingOption: (flags: string) => `缺少选项“${flags}”。`,
        unknownOption: (name: string, near?: string) =>
          `没有“${name}”这个选项${near ? `；是不是 ${near}？` : '；--help 列有全部选项。'}`,
        unknownCommand: (name: string, near?: string) =>
          `没有“${name}”这个命令${near ? `；是不是 ${near}？` : '；--help 列有全部命令。'}`,
        tooManyArguments: (expected: string, found: string) =>
          `参数应为 ${expected} 个，写了 ${found} 个：路径里有空格时要加引号。`,
        notOneOf: (flags: string, found: string, choices: string) =>
          `“${flags}”的值“${found}”不对，应为 ${choices} 之一。`,
        wrongValue: (reason: string) => reason,
      },
    },
    stages: {
      read: '读取',
      clean: '清理字符',
      parse: '分析行段',
      restore: '还原段落、注释和标题',
      structure: '划分篇章',
      typeset: '编排',
      make: '制作',
      verify: '核验',
      write: '写出文件',
    },
    severities: { fatal: '错误', warning: '警告', remark: '提示' },
    sure: (confidence: string, weight?: number) =>
      weight === undefined ? sureness(confidence) : `${sureness(confidence)}，${Math.round(weight * 100)}%`,
    moreOfKind: (count: number, rule: string) => `……另有 ${count} 处：--rule ${rule} --limit 0`,
    acceptAll: '这一类全部认可，没有列出的也在内',
    notAskedFor: (count: number) => `另有 ${count} 个问题不在所选之列（--rule、--sure）`,
    rule: '只列这一规则的问题，例如 restore:pair-notes',
    sureOption: '只列这一把握程度的问题',
    limit: '列出多少处（待答的问题按类计）；0 为全部（终端上默认 20）',
    wrongLimit: '应为整数。',
    open: '打开做好的文件',
    completion: '输出命令行补全脚本。',
    reading: (reading: string, done: boolean) => (done ? `${readingName(reading)}（现状）` : readingName(reading)),
    questions: (open: number, counts: [string, number][], answered: number) =>
      [
        `有 ${open} 个问题待在 corrections.yaml 中答复`,
        open > 0 &&
          `（${counts
            .filter(([, count]) => count > 0)
            .map(([confidence, count]) => `${sureness(confidence)} ${count}`)
            .join('，')}）`,
        answered > 0 && `；已答复 ${answered} 个`,
      ]
        .filter(Boolean)
        .join(''),
    verdicts: {
      sound: () => '可用',
      look: (places: number) => `请核对 ${places} 处`,
      torn: () => '文字层已破碎：请改用原来的 PDF',
      refused: (places: number) => `未通过：先处理 ${places} 处问题`,
    },
    measures: ({
      torn,
      setAside,
      notes,
    }: {
      torn?: number;
      setAside?: number;
      notes?: { all: number; tied: number };
    }) =>
      [
        torn !== undefined && `${(torn * 100).toFixed(1)}% 的行次序不清`,
        setAside !== undefined && `${(setAside * 100).toFixed(1)}% 另置`,
        notes && `注释 ${notes.all} 条，已对上 ${notes.tied} 条`,
      ]
        .filter(Boolean)
        .join('，'),
    why: {
      option: '说明某一行（文件:行号）是怎样判断的，去了哪里',
      noPlace: (place: string) => `--why 后面的“${place}”不对，应写文件和行号，例如 text.txt:12。`,
      noLine: (line: number) => `原文没有第 ${line} 行。`,
      empty: '（空行）',
      taken: (role: string, margin: number, second: string) => `判作 ${role}，比 ${second} 多 ${margin} 分`,
      vote: (witness: string, role: string, weight: number) => `${witness}：${role} ${weight} 分`,
      stands: (block: string) => `在成品里：${block}`,
      aside: (rule: string, text: string) => `被 ${rule} 另置：${text}`,
      changed: (rule: string, before: string, after: string) => `被 ${rule} 改动：“${before}” → “${after}”`,
    },
    contents: (articles: number, paragraphs: number, notes: number) =>
      `${articles} 篇，${paragraphs} 段，${notes} 条注释`,
    size: (bytes: number, pages?: number, files?: number) =>
      `${fileSize(bytes)}${pages === undefined ? '' : `，${pages} 页`}${files === undefined ? '' : `，${files} 个文件`}`,
    survey: (
      file: string,
      kind: string,
      seen: {
        kind: string;
        lines: number;
        bodyWidth: number;
        pageStarts: number;
        spacedShare: number;
        fullwidth: number;
        markdownSigns: number;
      },
    ) =>
      `${file}：判断为${kind}（${[
        `${seen.lines} 行`,
        ['wrapped', 'spaced', 'caj'].includes(seen.kind) && `满行 ${seen.bodyWidth} 字`,
        seen.pageStarts > 0 && `换页 ${seen.pageStarts} 处`,
        seen.spacedShare > 0.05 && `字距撑开 ${Math.round(seen.spacedShare * 100)}%`,
        seen.fullwidth > 0 && `全角字母 ${seen.fullwidth} 个`,
        seen.markdownSigns > 0 && `Markdown 符号 ${seen.markdownSigns} 个`,
      ]
        .filter(Boolean)
        .join('，')}）；如不对，在 issue.yaml 里写明 kind 和 measure`,
    repairs: (rules: [string, number][]) => `已修复：${countedRules(rules)}`,
    aside: (characters: number, read: number, rules: [string, number][]) =>
      `已剔除：${read} 字中的 ${characters} 字，按处数：${countedRules(rules)}`,
    remarks: (count: number, rules: [string, number][]) => `提示 ${count} 条：${countedRules(rules)}`,
    moreFindings: (count: number, report?: string) =>
      `……还有 ${count} 条警告：见 ${report ?? '--json 的输出，或把输出存成文件'}`,
    built: (seconds: number) => `用时 ${seconds.toFixed(1)} 秒`,
    unchanged: '没有变化：成品原样不动',
    checked: (seconds: number) => `检查用时 ${seconds.toFixed(1)} 秒`,
    stopped: (fatal: number, warnings: number, building: boolean) =>
      `有 ${fatal > 0 ? `${fatal} 处错误` : `${warnings} 处警告（--strict）`}，不能成书${
        building ? '：没有写出任何文件' : ''
      }`,
    browserFails: (reason: string) => `${reason}EPUB 不需要浏览器：加 --format epub 可以单独生成。`,
    initDone: (files: string[], folder: string) =>
      `已写好 ${files.join('和')}。\n请把原文放进 ${folder}，填好 issue.yaml，然后执行：kanben build ${/\s/.test(folder) ? `"${folder}"` : folder}`,
    ourMistake: (reason: string, version: string) =>
      `这是 kanben 的错误，不是原文的问题：${reason}\n请把原文、所用的命令和版本号（kanben ${version}）告知开发者；设 DEBUG=1 可显示出错位置。`,
  },

  doctor: {
    what: { node: 'Node', fonts: '字体', browser: '浏览器', cache: '缓存' },
    node: (version: string, machine: string) => `${version}（${machine}）`,
    newerNode: (least: string) => `kanben 需要 Node ${least} 以上：请到 https://nodejs.org 下载新版。`,
    fonts: (names: string[]) => names.join('、'),
    fontsMissing: (names: string[]) => `缺少 ${names.join('、')}`,
    installAgain: '程序不完整：请重新安装。',
    browser: (version: number, path: string) => `Chromium ${version}（${path}）`,
    noBrowser: '没有能启动的浏览器：可以生成 EPUB，不能排印 PDF',
    cache: (folder: string) => folder,
    cacheOff: '已关闭（KANBEN_CACHE=off），或找不到存放的地方',
  },

  html: {
    /** A formula that cannot be set. */
    formula: (tex: string) => `这个公式排不出来，照原样放着：“${tex.slice(0, 60)}”。请改正它的 TeX，或者就让它作代码。`,
    picture: {
      remote: (address: string) =>
        `图片“${shortAddress(address)}”不在本地（程序不从网络下载）：请把它存到原文旁边，再写文件名。现用说明文字代替。`,
      outside: (address: string) =>
        `图片“${shortAddress(address)}”在原文所在的文件夹之外：请复制进来。现用说明文字代替。`,
      absent: (address: string) =>
        `原文旁边没有图片“${shortAddress(address)}”：请补上，或改正文件名。现用说明文字代替。`,
      unreadable: (address: string) =>
        `“${shortAddress(address)}”不是 PNG、JPEG、GIF 或 WebP 图片：请另存为其中一种。现用说明文字代替。`,
    },
  },

  editions: editionsMessages,
  inspect: inspectMessages,
  pages: pagesMessages,
  sources: sourcesMessages,
  pdf: pdfMessages,

  proof: proofMessages,

  desk: deskMessages,

  jats: {
    book: 'JATS 用于期刊文章，而这是一部书，因此不生成 JATS。如果是期刊，请在 issue.yaml 里写明 kind: journal（种类：期刊）。',
    fillIn: 'crossref.xml 送交之前，请填上提交者（名称、邮箱）和每篇文章的网址：issue.yaml 里没有这些。',
  },
  ...textMessages,

  ...booksMessages,
};

/** 最多列八个，其余只说个数。 */
function shortList(names: string[]): string {
  const shown = names.slice(0, 8).join('、');
  return names.length > 8 ? `${shown}等 ${names.length} 个` : shown;
}

/** 地址可能是整张图片（data:），只显示开头。 */
function shortAddress(address: string): string {
  return address.length > 80 ? `${address.slice(0, 77)}…` : address;
}

/** 把握的大小。 */
function sureness(confidence: string): string {
  return { certain: '确定', likely: '很可能', doubtful: '存疑' }[confidence] ?? confidence;
}

/** 问题的两种读法。 */
function readingName(reading: string): string {
  return { joined: '连为一段', apart: '分作两段' }[reading] ?? reading;
}

/** 成品的各部分。 */
function partName(where: string): string {
  const note = /^note (\S+)$/.exec(where)?.[1];
  if (note) return `注 ${note} `;
  return { text: '正文', 'foot of the opening': '篇首页脚', 'note calls': '注码' }[where] ?? where;
}

function countedRules(rules: [string, number][]): string {
  return rules.map(([rule, count]) => `${rule} ${count}`).join('，');
}

function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
