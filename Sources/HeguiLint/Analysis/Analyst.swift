import HeguiLoader
import HeguiPack
import HeguiYAML
import CEL
import HeguiDiagnostics

/// Makes the cases of expressions, and remembers which could not be decided as a whole.
final class Analyst {
    private let pack: Pack
    private let environment: ExpressionEnvironment
    private var gaps: [(span: Span, reason: Message)] = []

    init(_ pack: Pack) {
        self.pack = pack
        environment = ExpressionEnvironment(
            layouts: pack.layouts, parameters: pack.parameters, calendar: pack.calendar,
            counting: pack.counting, given: { _ in true })
    }

    /// Returns the cases of `expressions` over the rows of `dataset`; nil where there are too many.
    ///
    /// With `notes`, what is taken as true or false at will, or left out, is remembered.
    func space(
        of expressions: [Expression], over dataset: String, notes: Bool = true
    ) -> CriticalSpace? {
        let checked = expressions.map(\.checked)
        guard let trial = Trial(pack, dataset: dataset, environment: environment),
            let reading = CriticalParts(checked, trial)
        else { return nil }
        let space = CriticalSpace(reading, of: checked, in: trial)
        if notes {
            for (expression, atoms) in zip(expressions, reading.atoms) {
                if space == nil {
                    gaps.append((expression.source.span, Self.tooMany))
                } else {
                    gaps += atoms.map { (expression.source.span(of: $0.range), Self.opaque) }
                }
            }
        }
        return space
    }

    private static let tooMany = Message(zh: "情形太多", en: "too many cases")
    private static let opaque = Message(zh: "视为可真可假", en: "taken as true or false at will")

    /// Whether some case fulfils `condition` and leaves `value` empty; true where that is not known.
    func canBeEmpty(_ value: Expression, under condition: Expression, over dataset: String) -> Bool
    {
        canHold("(\(value.checked.text)) == null", under: condition, over: dataset)
    }

    /// Whether some case fulfils `condition` and puts `day` after the as-of day; true where that is
    /// not known.
    func canLieAhead(_ day: Expression, under condition: Expression, over dataset: String) -> Bool {
        canHold("(\(day.checked.text)) > as_of", under: condition, over: dataset)
    }

    private func canHold(
        _ text: String, under condition: Expression, over dataset: String
    ) -> Bool {
        guard let trial = Trial(pack, dataset: dataset, environment: environment),
            let claim = trial.compile(text)
        else { return true }
        let checked = [condition.checked, claim]
        guard let reading = CriticalParts(checked, trial),
            let space = CriticalSpace(reading, of: checked, in: trial)
        else { return true }
        return space.first { $0 == [true, true] } != nil
    }

    /// Says once what was not analysed.
    func reportGaps(_ context: LoadContext) {
        var seen: Set<Span> = []
        let places = gaps.filter { seen.insert($0.span).inserted }
            .sorted { ($0.span.file, $0.span.start.offset) < ($1.span.file, $1.span.start.offset) }
        if let diagnostic = Diagnostic.conditionsUnanalysed(places) { context.report(diagnostic) }
    }
}
