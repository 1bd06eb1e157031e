import Hegui

/// The files that a command reads, of which no report may take the place.
struct ProtectedFiles {
    /// The material; what an earlier report wrote there may be replaced.
    var drop: DropPaths?
    /// The folder of the rule pack.
    var rules: String?
    /// Saved reviews and other files, with what they are.
    var files: [(path: String, zh: String, en: String)] = []

    /// - Throws: `Problem` where a file at one of `paths` would take the place of one of these.
    func check(_ paths: [String]) throws(Problem) {
        let present = paths.filter(OutputFile.exists)
        guard !present.isEmpty else { return }
        // A pack's calendars lie beside it.
        let packs = rules.map { [$0, $0 + "/../calendars"] } ?? []
        let policies = packs.reduce(into: Set()) { $0.formUnion(PlaceIdentity.files(below: $1)) }
        for path in present {
            let place = PlaceIdentity(path)
            if policies.contains(place) {
                throw Self.problem(path, zh: "规则包的文件", en: "a file of the rule pack")
            }
            for file in files where PlaceIdentity(file.path) == place {
                throw Self.problem(path, zh: file.zh, en: file.en)
            }
            if let drop, DropReview.isMaterial(path, of: drop) {
                throw Self.problem(path, zh: "报送材料", en: "a file of the drop")
            }
        }
    }

    private static func problem(_ path: String, zh: String, en: String) -> Problem {
        Problem(
            zh: "`\(path)` 是\(zh)，不能被报告覆盖，请换一个文件",
            en: "`\(path)` is \(en); name another for the report")
    }
}
