/// Why an expression cannot be used: every issue found, in order of place.
public struct CompilationError: Error, Sendable {
    /// What is wrong, by place in the text.
    public var issues: [Issue]

    /// Makes an error of issues that are in order of place.
    public init(issues: [Issue]) {
        self.issues = issues
    }

    init(kind: String, message: String, range: Range<Int>, help: String? = nil) {
        issues = [Issue(kind: kind, message: message, range: range, help: help)]
    }
}
