import CEL

/// All cases that expressions over one subject can tell apart.
struct CriticalSpace {
    /// The most cases that are tried.
    static let limit = 20_000

    private let trial: Trial
    private let programs: [Program]
    private let names: [String]
    private let values: [[Value]]
    private let atomCount: Int

    /// Returns nil where there are more cases than `limit`, or a part cannot be taken out.
    init?(_ reading: CriticalParts, of expressions: [CheckedExpression], in trial: Trial) {
        self.trial = trial
        let axes = reading.axes.values.sorted { $0.name < $1.name }
        var lists = axes.map { axis in
            let group = axes.filter { $0.group == axis.group }
            return axis.values(
                points: Set(group.flatMap(\.points)).sorted(),
                texts: Set(group.flatMap(\.texts)), size: group.count,
                isAsOf: axis.name == "as_of")
        }
        let atoms = Set(reading.atoms.joined().map(\.text)).sorted()
        lists += atoms.map { _ in [.bool(true), .bool(false)] }
        var count = 1
        for list in lists {
            count *= list.count
            if count > Self.limit { return nil }
        }
        let variables = atoms.indices.map { "atom_\($0)" }
        var programs: [Program] = []
        for (expression, parts) in zip(expressions, reading.atoms) {
            let text = Self.text(expression.text, replacing: parts) { text in
                atoms.firstIndex(of: text).map { variables[$0] } ?? text
            }
            guard let program = trial.program(text, atoms: variables) else { return nil }
            programs.append(program)
        }
        self.programs = programs
        names = axes.map(\.name) + atoms
        values = lists
        atomCount = atoms.count
    }

    /// The text with each part replaced by a name.
    private static func text(
        _ text: String, replacing parts: [CriticalParts.Atom], by name: (String) -> String
    ) -> String {
        var bytes = Array(text.utf8)
        for part in parts.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(part.range, with: Array((" " + name(part.text) + " ").utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the first case for which `isWanted`, given each expression's answer (nil: neither
    /// true nor false).
    func first(where isWanted: ([Bool?]) -> Bool) -> Assignment? {
        var places = values.map { _ in 0 }
        let axisCount = values.count - atomCount
        while true {
            let row = zip(values, places).map { $0[$1] }
            let assignment = Assignment(
                values: Dictionary(zip(names, row)) { first, _ in first }, names: names)
            let arguments = trial.arguments(assignment, atoms: Array(row[axisCount...]))
            let answers = programs.map { program -> Bool? in
                if case .bool(let answer) = program.evaluate(arguments) { answer } else { nil }
            }
            if isWanted(answers) { return assignment }
            var digit = places.count - 1
            while digit >= 0, places[digit] + 1 == values[digit].count {
                places[digit] = 0
                digit -= 1
            }
            guard digit >= 0 else { return nil }
            places[digit] += 1
        }
    }
}
