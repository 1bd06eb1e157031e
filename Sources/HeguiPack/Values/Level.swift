/// How a finding is to be taken, from 提示 to 强制性.
package enum Level: String, CaseIterable, Comparable, Hashable, Sendable {
    /// 提示: for information.
    case hint
    /// 核实性: closed by an explanation.
    case verify
    /// 强制性: must be mended.
    case mandatory

    package static func < (left: Level, right: Level) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .verify: 1
        case .mandatory: 2
        }
    }
}
