import HeguiLint
import HeguiPack
import HeguiReview
import HeguiTables

extension ExampleRunner {
    /// Runs all examples and cases and returns what is not as expected, a line each.
    func failures(tables: (Situation) -> Tables) -> [String] {
        var runner = self
        return runner.pack.tests.flatMap { test in
            runner.run(test, tables: tables(test.situation)).flatMap { result in
                result.fields.filter { !$0.isAsExpected }.map { field in
                    "\(result.check.target.id): \(result.check.example.name): \(field.name) is "
                        + "\(field.actual), not \(field.expected)"
                }
            }
        }
    }
}
