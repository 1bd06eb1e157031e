/// The values that a column or parameter can have.
struct ValueDomain {
    /// The column with its row, `member.status`, or the parameter, `params.combined`.
    let name: String
    let values: [String]
    /// Values by the spellings that data may use.
    var spellings: [String: String] = [:]
    /// The enum column as `rank` names it, `members.status`.
    var column: String?
}
