package import HeguiDiagnostics
import HeguiLoader
package import HeguiPack

/// Finds what in a sound pack is hardly meant: rules that say nothing, figures that nothing uses.
package enum Linter {
    /// Returns the findings (codes R0700 to R0711 and R0713), in order of file, place and code.
    ///
    /// What is said of expressions is decided by trying them; R0700 tells which could not be
    /// decided as a whole.
    package static func lint(_ pack: Pack) -> [Diagnostic] {
        let context = LoadContext()
        let analyst = Analyst(pack)
        ConditionPass(pack: pack, analyst: analyst, context: context).run()
        QuantityPass(pack: pack, context: context).run()
        CombinationPass(pack: pack, context: context).run()
        DeadlinePass(pack: pack, context: context).run()
        ImplicationPass(pack: pack, analyst: analyst, context: context).run()
        UnusedPass(pack: pack, context: context).run()
        ExamplePass(pack: pack, analyst: analyst, context: context).run()
        WordingPass(pack: pack, context: context).run()
        VersionPass(pack: pack, context: context).run()
        DivisionPass(pack: pack, context: context).run()
        AbsencePass(pack: pack, context: context).run()
        analyst.reportGaps(context)
        return context.diagnostics.sorted { left, right in
            (left.place.0, left.place.1, left.code) < (right.place.0, right.place.1, right.code)
        }
    }
}

extension Diagnostic {
    fileprivate var place: (String, Int) {
        if case .text(let span) = location { (span.file, span.start.offset) } else { ("", 0) }
    }
}
