internal import HeguiDiagnostics

extension SyntaxAdvice {
    /// The errors that people make, each in libyaml's words.
    static let all: [SyntaxAdvice] = structure + flow + text

    /// For what libyaml only sees as something that is no key.
    static let afterQuote = SyntaxAdvice(
        problem: "did not find expected key",
        message: Message(zh: "引号之后不能再有文字", en: "no text may follow a closing quote"),
        help: Message(
            zh: "给整个值加引号：内有双引号的用单引号，反之亦然",
            en: "put the whole value in quotes, of the kind that it does not contain"
        )
    )

    static let afterBracket = SyntaxAdvice(
        problem: "did not find expected key",
        message: Message(zh: "右括号之后不能再有文字", en: "no text may follow a closing bracket"),
        help: Message(
            zh: "值以“[”或“{”开头而不是列表或映射时，给整个值加引号",
            en: "quote the whole value where it begins with `[` or `{` and is no list or mapping"
        )
    )

    private static let structure: [SyntaxAdvice] = [
        SyntaxAdvice(
            problem: "mapping values are not allowed in this context",
            message: Message(zh: "此处不能出现“键: 值”", en: "`key: value` cannot stand here"),
            help: Message(
                zh: "文字中含有“: ”时请加引号；否则检查本行和上一行的缩进",
                en: "quote a text that has `: ` in it, or check the indentation of this line"
            )
        ),
        SyntaxAdvice(
            problem: "could not find expected ':'",
            message: Message(zh: "键后面缺少冒号", en: "a key without a colon"),
            label: Message(zh: "此处应为“键: 值”", en: "`key: value` is expected here"),
            pointsAtBeginning: true,
            marksLine: true,
            help: Message(
                zh: "在键后写“: ”（半角冒号加空格）；若是上一行文字的续行，请增加缩进",
                en: "write `: ` after the key; indent the line if it goes on with the one before"
            )
        ),
        SyntaxAdvice(
            problem: "did not find expected key",
            message: Message(zh: "此处应为映射的键", en: "a key of the mapping is expected here"),
            beginning: Message(zh: "映射从这里开始", en: "the mapping begins here"),
            help: Message(
                zh: "使本行与其他键左对齐",
                en: "align this line with the other keys"
            )
        ),
        SyntaxAdvice(
            problem: "did not find expected '-' indicator",
            message: Message(zh: "此处应为以“- ”开头的列表项", en: "an item with `- ` is expected here"),
            beginning: Message(zh: "列表从这里开始", en: "the list begins here"),
            help: Message(
                zh: "以“- ”开头并与其他列表项左对齐；若不属于列表，请减少缩进",
                en: "begin the line with `- ` below the others, or indent it less to end the list"
            )
        ),
        SyntaxAdvice(
            problem: "block sequence entries are not allowed in this context",
            message: Message(zh: "此处不能出现列表项“- ”", en: "a list item `- ` cannot stand here"),
            help: Message(
                zh: "列表另起一行书写；若是文字，请加引号",
                en: "begin the list on a line of its own, or quote the text"
            )
        ),
        SyntaxAdvice(
            problem: "mapping keys are not allowed in this context",
            message: Message(zh: "此处不能出现键", en: "a key cannot stand here"),
            help: Message(zh: "若是以“? ”开头的文字，请加引号", en: "quote a text that begins with `? `")
        ),
        SyntaxAdvice(
            problem: "did not find expected <document start>",
            message: Message(zh: "文档结束后还有内容", en: "there is more after the end"),
            help: Message(
                zh: "顶层的键应全部顶格；若前面有一行“...”，请删除",
                en: "begin all keys of the top level at the margin; remove a line `...` before them"
            )
        ),
    ]

    private static let flow: [SyntaxAdvice] = [
        SyntaxAdvice(
            problem: "did not find expected ',' or ']'",
            message: Message(zh: "列表缺少“,”或“]”", en: "the list lacks `,` or `]`"),
            label: Message(zh: "应写在此处之前", en: "expected before this"),
            beginning: Message(zh: "列表从这里开始", en: "the list begins here"),
            help: Message(
                zh: "用半角逗号分隔各项，并以“]”结束列表",
                en: "put a comma between the items and `]` at the end"
            )
        ),
        SyntaxAdvice(
            problem: "did not find expected ',' or '}'",
            message: Message(zh: "映射缺少“,”或“}”", en: "the mapping lacks `,` or `}`"),
            label: Message(zh: "应写在此处之前", en: "expected before this"),
            beginning: Message(zh: "映射从这里开始", en: "the mapping begins here"),
            help: Message(
                zh: "用半角逗号分隔各项，并以“}”结束映射；值以“{”开头时请加引号",
                en:
                    "put a comma between the entries and `}` at the end; quote a text that begins with `{`"
            )
        ),
        SyntaxAdvice(
            problem: "did not find expected node content",
            message: Message(zh: "此处缺少一个值", en: "a value is missing here"),
            help: Message(
                zh: "检查多余的逗号；值以特殊符号开头时请加引号",
                en: "look for a comma too many; quote a value that begins with a special character"
            )
        ),
        SyntaxAdvice(
            problem: "found unexpected ':'",
            message: Message(zh: "此处不能出现冒号", en: "a colon cannot stand here"),
            help: Message(zh: "含冒号的文字请加引号", en: "quote a text that has a colon in it")
        ),
        SyntaxAdvice(
            problem: "found character that cannot start any token",
            message: Message(zh: "值不能以此字符开头", en: "a value cannot begin with this character"),
            help: Message(zh: "请给整个值加引号", en: "put the whole value in quotes")
        ),
    ]
}
