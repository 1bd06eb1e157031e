import ArgumentParser
import FoundationEssentials

/// Whether output is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// Returns whether to colour what goes to `stream`.
    func isColoured(on stream: StandardStream) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            stream.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty ?? true
        }
    }
}
