internal import HeguiDiagnostics

/// What libyaml's words for a syntax error mean to the author of a file, and what to do.
struct SyntaxAdvice {
    /// libyaml's words; empty for any.
    var problem: String
    /// The beginning of what libyaml says that it was doing; empty for anything.
    var context = ""
    var code = YAMLCode.syntax
    var message: Message
    /// What is said beside the carets.
    var label: Message?
    /// What is said at the beginning of the thing that is broken.
    var beginning: Message?
    /// Whether the error is shown at that beginning, since it is noticed far away.
    var pointsAtBeginning = false
    /// Whether the rest of the line is shown with it.
    var marksLine = false
    var help: Message

    func matches(_ found: SyntaxProblem) -> Bool {
        (problem.isEmpty || found.problem == problem) && found.context.hasPrefix(context)
    }

    /// For an error that the table does not know.
    static func unknown(_ found: SyntaxProblem) -> SyntaxAdvice {
        SyntaxAdvice(
            problem: found.problem,
            message: Message(zh: "YAML 语法错误：\(found.problem)", en: "not YAML: \(found.problem)"),
            help: Message(
                zh: "检查此处及上一行的引号、括号和缩进",
                en: "check quotes, brackets and indentation here and in the line before"
            )
        )
    }
}

extension SyntaxAdvice {
    /// Errors inside quoted texts, block scalars, anchors, tags and directives.
    static let text: [SyntaxAdvice] = quoted + marked

    private static let quoted: [SyntaxAdvice] = [
        SyntaxAdvice(
            problem: "found unexpected end of stream",
            message: Message(zh: "引号没有结束", en: "a quote that is never closed"),
            label: Message(zh: "引号从这里开始", en: "the quote opens here"),
            pointsAtBeginning: true,
            help: Message(
                zh: "补上结束的引号；单引号文字中的单引号要写两个",
                en: "close the quote; write a single quote twice inside single quotes"
            )
        ),
        SyntaxAdvice(
            problem: "found unexpected document indicator",
            message: Message(zh: "引号没有结束", en: "a quote that is never closed"),
            label: Message(zh: "引号从这里开始", en: "the quote opens here"),
            pointsAtBeginning: true,
            help: Message(
                zh: "在“---”或“...”之前补上结束的引号",
                en: "close the quote before the line `---` or `...`"
            )
        ),
        SyntaxAdvice(
            problem: "found unknown escape character",
            message: Message(zh: "未知的转义", en: "unknown escape"),
            beginning: Message(zh: "引号从这里开始", en: "the quote opens here"),
            help: Message(
                zh: "反斜杠要写成“\\\\”，或改用单引号",
                en: "write a backslash as `\\\\`, or use single quotes"
            )
        ),
        SyntaxAdvice(
            problem: "did not find expected hexdecimal number",
            message: Message(zh: "转义中缺少十六进制数字", en: "an escape without its hexadecimal digits"),
            beginning: Message(zh: "引号从这里开始", en: "the quote opens here"),
            help: Message(
                zh: "“\\x”后写 2 位，“\\u”后写 4 位，“\\U”后写 8 位",
                en: "`\\x` takes 2 digits, `\\u` 4 and `\\U` 8"
            )
        ),
        SyntaxAdvice(
            problem: "found invalid Unicode character escape code",
            message: Message(zh: "转义的不是字符", en: "an escape for what is no character"),
            beginning: Message(zh: "引号从这里开始", en: "the quote opens here"),
            help: Message(
                zh: "直接写出该字符，或用“\\U”加 8 位数字",
                en: "write the character itself, or `\\U` with 8 digits"
            )
        ),
    ]

    private static let marked: [SyntaxAdvice] =
        [
            SyntaxAdvice(
                problem: "found an indentation indicator equal to 0",
                message: Message(zh: "缩进数字不能为 0", en: "the indentation number cannot be 0"),
                help: Message(zh: "写 1 到 9，或省略数字", en: "write 1 to 9, or leave it out")
            ),
            SyntaxAdvice(
                problem: "did not find expected comment or line break",
                context: "while scanning a block scalar",
                message: Message(zh: "“|”或“>”之后不能再有文字", en: "no text may follow `|` or `>`"),
                help: Message(
                    zh: "文字从下一行开始并缩进；若文字以“|”或“>”开头，请加引号",
                    en: "begin the text on the next line, or quote it if it begins with `|` or `>`"
                )
            ),
            SyntaxAdvice(
                problem: "did not find expected alphabetic or numeric character",
                message: Message(zh: "“&”或“*”之后缺少名称", en: "`&` or `*` without a name"),
                help: Message(
                    zh: "以“&”或“*”开头的文字请加引号；名称只能用字母、数字、“-”和“_”",
                    en:
                        "quote a text that begins with `&` or `*`; names have letters, digits, `-` and `_`"
                )
            ),
            SyntaxAdvice(
                problem: "found undefined tag handle",
                code: .tagged,
                message: Message(zh: "未定义的标签前缀", en: "undefined tag handle"),
                help: Message(
                    zh: "删除标签；以“!”开头的文字请加引号",
                    en: "remove the tag, or quote a text that begins with `!`"
                )
            ),
        ] + ["while scanning a directive", "while scanning a %"].map(directive)

    private static func directive(_ context: String) -> SyntaxAdvice {
        SyntaxAdvice(
            problem: "",
            context: context,
            message: Message(zh: "指令有误", en: "a directive that is not understood"),
            pointsAtBeginning: true,
            marksLine: true,
            help: Message(
                zh: "删除以“%”开头的行；若是文字，请加引号",
                en: "remove the line that begins with `%`, or quote it if it is text"
            )
        )
    }
}
