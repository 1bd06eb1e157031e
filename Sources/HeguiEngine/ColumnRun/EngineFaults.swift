import HeguiDiagnostics
import Synchronization

/// Rows of which columns and the plain evaluator said different things though no file changed.
///
/// That is a fault of the program. The plain verdict counts; nobody is accused by the other one.
final class EngineFaults: Sendable {
    /// By rule: how many rows.
    private let found = Mutex<[String: Int]>([:])

    func note(_ rule: String) {
        found.withLock { $0[rule, default: 0] += 1 }
    }

    /// One for each rule, in their order.
    var diagnostics: [Diagnostic] {
        found.withLock { $0 }.sorted { $0.key < $1.key }
            .map { .enginesDisagree($0.key, rows: $0.value) }
    }
}
