/// What libyaml says when it cannot go on, with marks as code points like those of `Event`.
struct SyntaxProblem: Error {
    var problem: String
    var context: String
    var problemMark: Int?
    var contextMark: Int?
}
