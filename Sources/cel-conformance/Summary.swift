import FoundationEssentials

/// How many cases of each file passed, and which failed.
struct Summary {
    /// A folder or file that cannot be read, or that is not a list of cases.
    struct ReadingError: Error, CustomStringConvertible {
        var path: String
        var reason: String
        var description: String { "\(path): \(reason)" }
    }

    private var lines: [String] = []
    private var passed = 0
    private var total = 0

    /// Runs all cases of the `.json` files of `folder`, in the order of their names.
    init(folder: String) throws(ReadingError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ReadingError(path: folder, reason: "cannot be read")
        }
        let files = names.filter { $0.hasSuffix(".json") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for file in files { add(file: file, try Self.cases(folder + "/" + file)) }
    }

    private static func cases(_ path: String) throws(ReadingError) -> [Case] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw ReadingError(path: path, reason: "cannot be read")
        }
        do {
            return try JSONDecoder().decode([Case].self, from: data)
        } catch {
            throw ReadingError(path: path, reason: "not a list of cases: \(error)")
        }
    }

    private mutating func add(file: String, _ cases: [Case]) {
        let failures = cases.compactMap { test in test.failure().map { (test.id, $0) } }
        passed += cases.count - failures.count
        total += cases.count
        lines.append("\(file): \(cases.count - failures.count) of \(cases.count) passed")
        for (id, reason) in failures { lines.append("  FAIL \(id): \(reason)") }
    }

    /// Whether there were cases and all passed.
    var isClean: Bool { total > 0 && passed == total }

    var text: String {
        (lines + ["total: \(passed) of \(total) passed"]).joined(separator: "\n")
    }
}
