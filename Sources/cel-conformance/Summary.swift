import FoundationEssentials

/// The results of a run: passed and failed cases of each file, and what could not be read.
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

/// An entry of a file: a case, or why it is none. A malformed entry does not keep others from running.
enum CaseEntry: Decodable {
    case test(Case)
    case malformed(id: String, reason: String)

    private enum CodingKeys: CodingKey { case id }

    init(from decoder: any Decoder) {
        do {
            self = .test(try Case(from: decoder))
        } catch {
            let container = try? decoder.container(keyedBy: CodingKeys.self)
            let id = try? container?.decode(String.self, forKey: .id)
            self = .malformed(id: id ?? "(no id)", reason: "not a case: " + Self.reason(error))
        }
    }

    var id: String {
        switch self {
        case .test(let test): test.id
        case .malformed(let id, _): id
        }
    }

    /// Returns why the case fails, or nil if it passes.
    func failure() -> String? {
        switch self {
        case .test(let test): test.failure()
        case .malformed(_, let reason): reason
        }
    }

    /// Returns what a decoder found wrong and where, on one line.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, let context):
            return "there is no `\(key.stringValue)`" + place(context)
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return context.debugDescription + place(context)
        @unknown default: return "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let names = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
        return names.isEmpty ? "" : " (at \(names.joined(separator: ".")))"
    }
}
