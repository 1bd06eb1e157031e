import FoundationEssentials

/// How many cases of each file passed, which failed, and what could not be read.
struct Summary {
    /// Folders and files that cannot be read, or that are no lists of cases.
    private(set) var complaints: [String] = []
    private var lines: [String] = []
    private var passed = 0
    private var total = 0

    /// Runs all cases of the `.json` files of `folder`, in the order of their names; a file that
    /// cannot be read does not keep the others from running.
    init(folder: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            complaints = ["\(folder): not a folder that can be read"]
            return
        }
        let files = names.filter { $0.hasSuffix(".json") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if files.isEmpty { lines.append("\(folder): no files with cases (*.json)") }
        for file in files { add(file, at: folder + "/" + file) }
    }

    private mutating func add(_ file: String, at path: String) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            complaints.append("\(path): cannot be read")
            return
        }
        do {
            add(file, try JSONDecoder().decode([CaseEntry].self, from: data))
        } catch {
            complaints.append("\(path): not a list of cases: \(CaseEntry.reason(error))")
        }
    }

    private mutating func add(_ file: String, _ entries: [CaseEntry]) {
        let failures = entries.compactMap { entry in entry.failure().map { (entry.id, $0) } }
        passed += entries.count - failures.count
        total += entries.count
        lines.append("\(file): \(entries.count - failures.count) of \(entries.count) passed")
        for (id, reason) in failures { lines.append("  FAIL \(id): \(reason)") }
    }

    /// Whether everything was read, there were cases, and all passed.
    var isClean: Bool { complaints.isEmpty && total > 0 && passed == total }

    var text: String {
        (lines + ["total: \(passed) of \(total) passed"]).joined(separator: "\n")
    }

    /// 0 if all is clean, 1 if a case fails or there is none, 2 if something cannot be read.
    var status: Int32 { complaints.isEmpty ? (isClean ? 0 : 1) : 2 }
}
