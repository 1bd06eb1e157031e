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
