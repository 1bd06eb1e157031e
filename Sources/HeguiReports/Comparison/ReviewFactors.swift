import HeguiDiagnostics
import HeguiPack

/// What two reviews followed from that differs.
struct ReviewFactors: Sendable {
    struct ParameterChange: Sendable {
        let name: String
        let before: JSONValue?
        let after: JSONValue?
    }

    /// Files whose bytes differ or that only one review has.
    let changedFiles: Set<String>
    let addedFiles: [String]
    let removedFiles: [String]
    let alteredFiles: [String]
    let parameters: [ParameterChange]
    /// Whether the pack's files differ, as far as can be told.
    let isPackChanged: Bool
    /// Whether deadlines run in another way, which every rule may feel.
    let isCountingChanged: Bool
    let isCalendarChanged: Bool
    let isEngineChanged: Bool
    let isDayMoved: Bool
    private let oldRules: [String: SavedReview.Rule]
    private let newRules: [String: SavedReview.Rule]

    init(_ old: SavedReview, _ new: SavedReview) {
        let before = Self.digests(old)
        let after = Self.digests(new)
        addedFiles = after.keys.filter { before[$0] == nil }.sorted()
        removedFiles = before.keys.filter { after[$0] == nil }.sorted()
        alteredFiles = after.keys.filter { before[$0] != nil && before[$0] != after[$0] }.sorted()
        changedFiles = Set(addedFiles + removedFiles + alteredFiles)
        parameters = Self.parameterChanges(old, new)
        let (was, now) = (old.provenance, new.provenance)
        isPackChanged = was.pack != now.pack
        isCountingChanged = old.counting != new.counting
        isCalendarChanged = was.calendar != now.calendar
        isEngineChanged = was.engineVersion != now.engineVersion
        isDayMoved = was.asOf != now.asOf
        oldRules = Self.rules(old)
        newRules = Self.rules(new)
    }

    /// Whether the rule itself is altered: by its file where both reviews know it, else by whether
    /// the pack is another.
    func isAltered(_ rule: String) -> Bool {
        guard isPackChanged else { return false }
        if isCountingChanged { return true }
        guard let before = oldRules[rule], let after = newRules[rule] else { return true }
        guard let first = before.sha256, let second = after.sha256 else { return true }
        return first != second
    }

    func isKnown(_ rule: String, inNew: Bool) -> Bool {
        (inNew ? newRules : oldRules)[rule] != nil
    }

    /// The changed parameters that `rule` depends on.
    func parameters(of rule: String) -> [ParameterChange] {
        let names = Set((newRules[rule] ?? oldRules[rule])?.parameters ?? [])
        return parameters.filter { names.contains($0.name) }
    }

    /// All that differs, as causes.
    var causes: [Cause] {
        Cause.allCases.filter { cause in
            switch cause {
            case .data: !changedFiles.isEmpty
            case .parameter: !parameters.isEmpty
            case .rule: isPackChanged
            case .calendar: isDayMoved || isCalendarChanged
            case .engine: isEngineChanged
            case .waiver, .matching: false
            }
        }
    }

    private static func digests(_ review: SavedReview) -> [String: String] {
        Dictionary(review.provenance.files.map { ($0.file, $0.sha256) }) { first, _ in first }
    }

    private static func rules(_ review: SavedReview) -> [String: SavedReview.Rule] {
        Dictionary(review.rules.map { ($0.rule, $0) }) { first, _ in first }
    }

    private static func parameterChanges(
        _ old: SavedReview, _ new: SavedReview
    ) -> [ParameterChange] {
        let before = Dictionary(old.parameters.map { ($0.name, $0.value) }) { first, _ in first }
        let after = Dictionary(new.parameters.map { ($0.name, $0.value) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted()
            .filter { before[$0] != after[$0] }
            .map { ParameterChange(name: $0, before: before[$0], after: after[$0]) }
    }
}
