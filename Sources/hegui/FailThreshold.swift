import ArgumentParser
import Hegui

/// The lightest finding that makes the command fail.
enum FailThreshold: String, CaseIterable, ExpressibleByArgument {
    case mandatory, verify, hint, never

    /// nil where no finding makes it fail.
    var level: FindingLevel? {
        switch self {
        case .mandatory: .mandatory
        case .verify: .verify
        case .hint: .hint
        case .never: nil
        }
    }
}
