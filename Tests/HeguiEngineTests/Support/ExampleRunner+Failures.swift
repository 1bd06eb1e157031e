import HeguiLint
import HeguiPack
import HeguiReview
import HeguiTables

extension ExampleRunner {
    /// Runs all examples and cases and returns what is not as expected, a line each.
    func failures(tables: (Situation) -> Tables) -> [String] {
        run(pack.tests.map { ($0, tables($0.situation)) }, threads: 1).flatMap(\.self)
            .flatMap { result in
                result.fields.filter { !$0.isAsExpected }.map { field in
                    "\(result.check.target.id): \(result.check.example.name): \(field.name) is "
                        + "\(field.actual), not \(field.expected)"
                }
            }
    }
}
