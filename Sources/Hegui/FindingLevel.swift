import HeguiPack

/// How a finding is to be taken.
public enum FindingLevel: String, CaseIterable, Sendable {
    /// 强制性: must be mended.
    case mandatory
    /// 核实性: closed by an explanation.
    case verify
    /// 提示: for information.
    case hint

    var level: Level {
        switch self {
        case .mandatory: .mandatory
        case .verify: .verify
        case .hint: .hint
        }
    }
}
